export const toMeasurements = (x: unknown) => x;
