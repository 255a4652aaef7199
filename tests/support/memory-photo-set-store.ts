import type { PhotoSet } from '../../src/lessons-runtime/progress/blobs/photo-set.ts';
import type { PhotoSetStore } from '../../src/lessons-runtime/progress/blobs/photo-set-store.ts';

/** A store in memory. */
export function createMemoryPhotoSetStore(): PhotoSetStore {
  const sets = new Map<string, PhotoSet>();
  const photos = new Map<string, ArrayBuffer>();
  const listeners: ((lesson: string) => void)[] = [];
  const place = (lesson: string, id: string) => `${lesson}/${id}`;
  return {
    load: async (lesson) => sets.get(lesson) ?? null,
    async save(lesson, set) {
      sets.set(lesson, set);
      for (const listener of listeners) listener(lesson);
    },
    photo: async (lesson, id) => photos.get(place(lesson, id)) ?? null,
    async addPhoto(lesson, id, bytes) {
      photos.set(place(lesson, id), bytes);
    },
    async forget(lesson, ids) {
      for (const id of ids) photos.delete(place(lesson, id));
    },
    onChange: (listener) => void listeners.push(listener),
  };
}
