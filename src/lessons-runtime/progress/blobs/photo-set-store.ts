import { type DBSchema, openDB } from 'idb';
import { createLastingConnection } from '../record/lasting-connection.ts';
import type { PhotoSet } from './photo-set.ts';

/** Photo sets by lesson, on this device. Both languages of a lesson share one. */
export interface PhotoSetStore {
  load(lesson: string): Promise<PhotoSet | null>;
  save(lesson: string, set: PhotoSet): Promise<void>;
  /** A photo's JPEG file. */
  photo(lesson: string, id: string): Promise<ArrayBuffer | null>;
  /** @throws where the device has no room */
  addPhoto(lesson: string, id: string, bytes: ArrayBuffer): Promise<void>;
  forget(lesson: string, ids: readonly string[]): Promise<void>;
  /** Told of a lesson whose set another tab saved. */
  onChange(listener: (lesson: string) => void): void;
}

interface PhotoSchema extends DBSchema {
  sets: { key: string; value: PhotoSet };
  photos: { key: [lesson: string, id: string]; value: ArrayBuffer };
}

/** In IndexedDB. Each call throws where the browser refuses it (some private windows do), and the next tries again. */
export function openPhotoSetStore(): PhotoSetStore {
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('deshielo:photos') : null;
  const { use } = createLastingConnection(() =>
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
