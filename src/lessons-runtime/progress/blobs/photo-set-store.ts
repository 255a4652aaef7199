import { type DBSchema, openDB } from 'idb';
import { createReconnectingDatabase } from '../record/reconnecting-database.ts';
import type { PhotoSet } from './photo-set.ts';

/** The photo sets of the lessons, stored on this device. Both languages of a lesson share one. */
export interface PhotoSetStore {
  /** Returns a lesson's photo set, `null` if there is none. */
  load(lesson: string): Promise<PhotoSet | null>;
  /** Replaces a lesson's photo set and announces the change to other tabs. */
  save(lesson: string, set: PhotoSet): Promise<void>;
  /** Returns a photo as a JPEG file, `null` if it is not stored. */
  photo(lesson: string, id: string): Promise<ArrayBuffer | null>;
  /** Stores a photo as a JPEG file. @throws {DOMException} `QuotaExceededError` if the device is full */
  addPhoto(lesson: string, id: string, bytes: ArrayBuffer): Promise<void>;
  /** Deletes the files of photos. */
  forget(lesson: string, ids: readonly string[]): Promise<void>;
  /** Calls the listener with each lesson whose set another tab saved. */
  onChange(listener: (lesson: string) => void): void;
}

interface PhotoSchema extends DBSchema {
  sets: { key: string; value: PhotoSet };
  photos: { key: [lesson: string, id: string]; value: ArrayBuffer };
}

/**
 * Creates the store of photo sets in IndexedDB, which is opened with the first call. A call throws if the browser refuses, as
 * some do in private windows; the next call tries again.
 */
export function openPhotoSetStore(): PhotoSetStore {
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('deshielo:photos') : null;
  const { use } = createReconnectingDatabase(() =>
    openDB<PhotoSchema>('deshielo-photos', 1, {
      upgrade(upgraded) {
        upgraded.createObjectStore('sets');
        upgraded.createObjectStore('photos');
      },
    }),
  );
  return {
    load: (lesson) => use(async (database) => (await database.get('sets', lesson)) ?? null),
    save: (lesson, set) =>
      use(async (database) => {
        await database.put('sets', set, lesson);
        channel?.postMessage(lesson);
      }),
    photo: (lesson, id) => use(async (database) => (await database.get('photos', [lesson, id])) ?? null),
    addPhoto: (lesson, id, bytes) =>
      use(async (database) => {
        await database.put('photos', bytes, [lesson, id]);
      }),
    forget: (lesson, ids) =>
      use(async (database) => {
        const { store, done } = database.transaction('photos', 'readwrite');
        await Promise.all([...ids.map((id) => store.delete([lesson, id])), done]);
      }),
    onChange(listener) {
      channel?.addEventListener('message', ({ data }) => {
        if (typeof data === 'string') listener(data);
      });
    },
  };
}
