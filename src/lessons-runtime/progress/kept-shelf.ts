import { type DBSchema, openDB } from 'idb';
import type { Drawer } from '../protocol/worker-to-host.ts';
import type { KeptEntry, Shelf } from './kept-files.ts';

type Key = [drawer: Drawer, key: string];

/** Sizes apart from bytes, so that counting does not read what it counts. */
interface KeptSchema extends DBSchema {
  entries: { key: Key; value: KeptEntry };
  bytes: { key: Key; value: ArrayBuffer };
}

const stores = ['entries', 'bytes'] as const;

/** In IndexedDB. @throws where the browser refuses it (some private windows do) */
export async function openKeptShelf(): Promise<Shelf> {
  const database = await openDB<KeptSchema>('deshielo-kept', 1, {
    upgrade(upgraded) {
      upgraded.createObjectStore('entries', { keyPath: ['drawer', 'key'] });
      upgraded.createObjectStore('bytes');
    },
  });
  return {
    entries: () => database.getAll('entries'),
    read: async (drawer, key) => (await database.get('bytes', [drawer, key])) ?? null,
    async touch(drawer, key, used) {
      const { store, done } = database.transaction('entries', 'readwrite');
      const entry = await store.get([drawer, key]);
      if (entry !== undefined) await store.put({ ...entry, used });
      await done;
    },
    async put(entry, bytes) {
      const both = database.transaction(stores, 'readwrite');
      await Promise.all([
        both.objectStore('entries').put(entry),
        both.objectStore('bytes').put(bytes, [entry.drawer, entry.key]),
        both.done,
      ]);
    },
    async remove(drawer, keys) {
      const both = database.transaction(stores, 'readwrite');
      const gone = keys.flatMap((key) => stores.map((name) => both.objectStore(name).delete([drawer, key])));
      await Promise.all([...gone, both.done]);
    },
  };
}
