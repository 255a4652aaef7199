import { type DBSchema, openDB } from 'idb';
import * as v from 'valibot';
import { chosenPhotosName } from '../../shared/has-database.ts';
import { createReconnectingDatabase } from '../record/reconnecting-database.ts';

/** A photo that was chosen for a lesson: one of the gallery, or the bytes of the learner's own. */
const photoSchema = v.variant('kind', [
  v.object({ kind: v.literal('gallery'), id: v.string() }),
  v.object({ kind: v.literal('own'), name: v.string(), type: v.string(), bytes: v.instance(ArrayBuffer) }),
]);
export type ChosenPhoto = v.InferOutput<typeof photoSchema>;

/** Which photos: all, or that of a lesson. */
interface WhichPhotos {
  readonly lesson?: string;
}

/** The photo that the learner chose last in each lesson, stored on this device. It is in no file. */
export interface ChosenPhotoStore {
  /** Returns the photo of a lesson; `null` if there is none that can be read. */
  load(lesson: string): Promise<ChosenPhoto | null>;
  /** Replaces the photo of a lesson. @throws if the browser refuses */
  put(lesson: string, photo: ChosenPhoto): Promise<void>;
  /** Removes photos. @returns them, to undo the removal with `put` */
  remove(which: WhichPhotos): Promise<readonly (readonly [lesson: string, photo: ChosenPhoto])[]>;
}

interface ChosenPhotoSchema extends DBSchema {
  photos: { key: string; value: unknown };
}

/** Creates the store in IndexedDB, which is opened with the first call. */
export function openChosenPhotoStore(): ChosenPhotoStore {
  const { use } = createReconnectingDatabase(() =>
    openDB<ChosenPhotoSchema>(chosenPhotosName, 1, {
      upgrade: (upgraded) => void upgraded.createObjectStore('photos'),
    }),
  );
  async function load(lesson: string): Promise<ChosenPhoto | null> {
    const parsed = v.safeParse(photoSchema, await use((database) => database.get('photos', lesson)));
    return parsed.success ? parsed.output : null;
  }
  return {
    load,
    put: (lesson, photo) => use(async (database) => void (await database.put('photos', photo, lesson))),
    async remove({ lesson }) {
      const lessons =
        lesson === undefined ? await use((database) => database.getAllKeys('photos')) : [lesson];
      const removed = await Promise.all(
        lessons.map(async (each) => {
          const photo = await load(each);
          await use((database) => database.delete('photos', each));
          return photo === null ? [] : [[each, photo] as const];
        }),
      );
      return removed.flat();
    },
  };
}
