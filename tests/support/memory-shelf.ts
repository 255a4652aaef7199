import type { KeptEntry, Shelf } from '../../src/lessons-runtime/progress/kept-files.ts';

/** A shelf in memory, whose device can be too small. */
export function createMemoryShelf(deviceBytes = Number.POSITIVE_INFINITY): Shelf {
  const kept = new Map<string, { entry: KeptEntry; bytes: ArrayBuffer }>();
  const place = (drawer: string, key: string) => `${drawer}/${key}`;
  return {
    entries: async () => [...kept.values()].map(({ entry }) => entry),
    read: async (drawer, key) => kept.get(place(drawer, key))?.bytes.slice(0) ?? null,
    async touch(drawer, key, used) {
      const found = kept.get(place(drawer, key));
      if (found !== undefined) found.entry = { ...found.entry, used };
    },
    async put(entry, bytes) {
      const others = [...kept].filter(([name]) => name !== place(entry.drawer, entry.key));
      const size = others.reduce((sum, [, other]) => sum + other.entry.size, entry.size);
      if (size > deviceBytes) throw new DOMException('the device is full', 'QuotaExceededError');
      kept.set(place(entry.drawer, entry.key), { entry, bytes: bytes.slice(0) });
    },
    async remove(drawer, keys) {
      for (const key of keys) kept.delete(place(drawer, key));
    },
  };
}
