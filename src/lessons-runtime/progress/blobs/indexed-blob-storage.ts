import { type DBSchema, openDB } from 'idb';
import type { BlobNamespace } from '../../protocol/requests.ts';
import { createReconnectingDatabase } from '../record/reconnecting-database.ts';
import type { BlobEntry, BlobStorage } from './blob-cache.ts';

type Key = [drawer: BlobNamespace, key: string];

/** Entries are separate from bytes, so that adding up sizes does not read the bytes. */
interface BlobSchema extends DBSchema {
  entries: { key: Key; value: BlobEntry };
  bytes: { key: Key; value: ArrayBuffer };
}

const stores = ['entries', 'bytes'] as const;

/** Opens the storage of blobs in IndexedDB. @throws {DOMException} if the browser refuses, as some do in private windows */
export async function openIndexedBlobStorage(): Promise<BlobStorage> {
  const { open, use } = createReconnectingDatabase(() =>
    openDB<BlobSchema>('deshielo-kept', 1, {
      upgrade(upgraded) {
        upgraded.createObjectStore('entries', { keyPath: ['drawer', 'key'] });
        upgraded.createObjectStore('bytes');
      },
    }),
  );
  await open();
  return {
    entries: () => use((database) => database.getAll('entries')),
    read: (namespace, key) =>
      use(async (database) => (await database.get('bytes', [namespace, key])) ?? null),
    touch: (namespace, key, used) =>
      use(async (database) => {
        const { store, done } = database.transaction('entries', 'readwrite');
        const entry = await store.get([namespace, key]);
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
    remove: (namespace, keys) =>
      use(async (database) => {
        const both = database.transaction(stores, 'readwrite');
        const deletions = keys.flatMap((key) =>
          stores.map((name) => both.objectStore(name).delete([namespace, key])),
        );
        await Promise.all([...deletions, both.done]);
      }),
  };
}
