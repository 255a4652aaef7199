// Not in the file of the schemas, because the worker does not bundle those.

/** Limits of the blobs that the page stores for cells, in bytes unless noted. */
export const blobLimits = {
  /** Characters of a key. */
  keyLetters: 120,
  /** One features tensor, or one model with its weights. */
  entryBytes: 64 * 2 ** 20,
  /** All features together; the least recently used are evicted first. */
  featureBytes: 64 * 2 ** 20,
  /** All saved models together; models are never evicted. */
  modelBytes: 256 * 2 ** 20,
} as const;
