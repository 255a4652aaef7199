/** A tensor's shape; `null` for an axis of any size, such as a model's batch axis. */
export type Shape = readonly (number | null)[];
