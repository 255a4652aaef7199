import type { BlobCache } from '../progress/blobs/blob-cache.ts';

/** Models on their way from one worker of a check to the other: they last as long as the check. */
export function createAnswerModels(): BlobCache {
  const models = new Map<string, ArrayBuffer>();
  return {
    async read(namespace, key) {
      const bytes = models.get(key);
      // What is read is given away.
      return namespace === 'models' && bytes !== undefined ? bytes.slice(0) : null;
    },
    async write(namespace, key, bytes) {
      if (namespace !== 'models') return 'refused';
      models.set(key, bytes);
      return 'kept';
    },
    names: async () => [...models.keys()],
  };
}
