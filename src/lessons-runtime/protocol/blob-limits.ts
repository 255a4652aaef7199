// Apart from the schemas, which the worker does without.

/** What the page keeps for cells at most. A megabyte is 2^20 bytes. */
export const blobLimits = {
  keyLetters: 120,
  /** One features tensor, or one model with its weights. */
  entryBytes: 64 * 2 ** 20,
  /** All features; the least recently used go first. */
  featureBytes: 64 * 2 ** 20,
  /** All saved models; none of them goes by itself. */
  modelBytes: 256 * 2 ** 20,
} as const;
