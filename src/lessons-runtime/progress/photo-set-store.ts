import { type DBSchema, openDB } from 'idb';
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
}

interface PhotoSchema extends DBSchema {
  sets: { key: string; value: PhotoSet };
  photos: { key: [lesson: string, id: string]; value: ArrayBuffer };
}

/** In IndexedDB. @throws where the browser refuses it (some private windows do) */
export async function openPhotoSetStore(): Promise<PhotoSetStore> {
  const database = await openDB<PhotoSchema>('deshielo-photos', 1, {
    upgrade(upgraded) {
      upgraded.createObjectStore('sets');
      upgraded.createObjectStore('photos');
    },
  });
  return {
    load: async (lesson) => (await database.get('sets', lesson)) ?? null,
    async save(lesson, set) {
      await database.put('sets', set, lesson);
    },
    photo: async (lesson, id) => (await database.get('photos', [lesson, id])) ?? null,
    async addPhoto(lesson, id, bytes) {
      await database.put('photos', bytes, [lesson, id]);
    },
    async forget(lesson, ids) {
      const { store, done } = database.transaction('photos', 'readwrite');
      await Promise.all([...ids.map((id) => store.delete([lesson, id])), done]);
    },
  };
}

/** In memory, for a browser without IndexedDB and for tests: the same store, gone with the page. */
export function createMemoryPhotoSetStore(): PhotoSetStore {
  const sets = new Map<string, PhotoSet>();
  const photos = new Map<string, ArrayBuffer>();
  const place = (lesson: string, id: string) => `${lesson}/${id}`;
  return {
    load: async (lesson) => sets.get(lesson) ?? null,
    async save(lesson, set) {
      sets.set(lesson, set);
    },
    photo: async (lesson, id) => photos.get(place(lesson, id)) ?? null,
    async addPhoto(lesson, id, bytes) {
      photos.set(place(lesson, id), bytes);
    },
    async forget(lesson, ids) {
      for (const id of ids) photos.delete(place(lesson, id));
    },
  };
}
