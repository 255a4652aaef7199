import type { BlobEntry, BlobStorage } from '../../src/lessons-runtime/progress/blobs/blob-cache.ts';

/** A blob storage in memory, with a limited capacity. */
export function createMemoryBlobStorage(deviceBytes = Number.POSITIVE_INFINITY): BlobStorage {
  const kept = new Map<string, { entry: BlobEntry; bytes: ArrayBuffer }>();
  const place = (namespace: string, key: string) => `${namespace}/${key}`;
  return {
    entries: async () => [...kept.values()].map(({ entry }) => entry),
    read: async (namespace, key) => kept.get(place(namespace, key))?.bytes.slice(0) ?? null,
    async touch(namespace, key, used) {
      const found = kept.get(place(namespace, key));
      if (found !== undefined) found.entry = { ...found.entry, used };
    },
    async put(entry, bytes) {
      const others = [...kept].filter(([name]) => name !== place(entry.drawer, entry.key));
      const size = others.reduce((sum, [, other]) => sum + other.entry.size, entry.size);
      if (size > deviceBytes) throw new DOMException('the device is full', 'QuotaExceededError');
      kept.set(place(entry.drawer, entry.key), { entry, bytes: bytes.slice(0) });
    },
    async remove(namespace, keys) {
      for (const key of keys) kept.delete(place(namespace, key));
    },
  };
}
