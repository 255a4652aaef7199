import type { BlobCache } from '../progress/blobs/blob-cache.ts';

/** Creates an in-memory store that passes models from one worker of a check to the other. Other namespaces are refused. */
export function createAnswerModels(): BlobCache {
  const models = new Map<string, ArrayBuffer>();
  return {
    async read(namespace, key) {
      const bytes = models.get(key);
      // Copied, because the caller transfers the result.
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
