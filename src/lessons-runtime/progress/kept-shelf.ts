import { type DBSchema, openDB } from 'idb';
import type { Drawer } from '../protocol/worker-to-host.ts';
import type { KeptEntry, Shelf } from './kept-files.ts';
import { createLastingConnection } from './lasting-connection.ts';

type Key = [drawer: Drawer, key: string];

/** Sizes apart from bytes, so that counting does not read what it counts. */
interface KeptSchema extends DBSchema {
  entries: { key: Key; value: KeptEntry };
  bytes: { key: Key; value: ArrayBuffer };
}

const stores = ['entries', 'bytes'] as const;

/** In IndexedDB. @throws where the browser refuses it (some private windows do) */
export async function openKeptShelf(): Promise<Shelf> {
  const { open, use } = createLastingConnection(() =>
    openDB<KeptSchema>('deshielo-kept', 1, {
      upgrade(upgraded) {
        upgraded.createObjectStore('entries', { keyPath: ['drawer', 'key'] });
        upgraded.createObjectStore('bytes');
      },
    }),
  );
  await open();
  return {
    entries: () => use((database) => database.getAll('entries')),
    read: (drawer, key) => use(async (database) => (await database.get('bytes', [drawer, key])) ?? null),
    touch: (drawer, key, used) =>
      use(async (database) => {
        const { store, done } = database.transaction('entries', 'readwrite');
        const entry = await store.get([drawer, key]);
        if (entry !== undefined) await store.put({ ...entry, used });
        await done;
      }),
    put: (entry, bytes) =>
      use(async (database) => {
        const both = database.transaction(stores, 'readwrite');
        await Promise.all([
          both.objectStore('entries').put(entry),
          both.objectStore('bytes').put(bytes, [entry.drawer, entry.key]),
          both.done,
        ]);
      }),
    remove: (drawer, keys) =>
      use(async (database) => {
        const both = database.transaction(stores, 'readwrite');
        const gone = keys.flatMap((key) =>
          stores.map((name) => both.objectStore(name).delete([drawer, key])),
        );
        await Promise.all([...gone, both.done]);
      }),
  };
}
