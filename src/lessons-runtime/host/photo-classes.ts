import {
  mergePhotoSets,
  type PhotoSet,
  photoCount,
  photoIds,
  photoSetLimits,
  type StoredPhoto,
  withClass,
  withClassName,
  withoutClass,
  withoutPhoto,
  withPhotos,
} from '../progress/blobs/photo-set.ts';
import type { PhotoSetStore } from '../progress/blobs/photo-set-store.ts';
import type { PhotoClassFiles } from '../protocol/requests.ts';

/** A photo to add: a file, or a frame of the camera. */
export interface IncomingPhoto {
  readonly name: string;
  readonly blob: Blob;
}

/** The result of adding photos. */
interface AddedPhotos {
  readonly added: number;
  /** Names of the files that are not pictures. */
  readonly unreadable: readonly string[];
  /** The number of photos beyond the limit of the set. */
  readonly over: number;
}

/** The classes of photos that a learner creates on a lesson's page. Nothing leaves the device. */
export interface PhotoClasses {
  readonly set: PhotoSet;
  readonly canUndo: boolean;
  /** Adds a listener that is called after every change. */
  onChange(listener: () => void): void;
  /** Adds a listener that is called when the browser cannot store a change, which is then lost when the page is closed. */
  onStorageFailure(listener: () => void): void;
  /** Adds a class. Returns `false` if the set has the maximum number of classes. */
  addClass(name: string): boolean;
  rename(id: string, name: string): void;
  removeClass(id: string): void;
  /** @param onProgress called before each photo and after the last, with the photos handled and their number */
  addPhotos(
    id: string,
    photos: readonly IncomingPhoto[],
    onProgress?: (handled: number, count: number) => void,
  ): Promise<AddedPhotos>;
  removePhoto(id: string, photo: string): void;
  /** Reverts the last removal. */
  undo(): void;
  /** Returns a photo's JPEG file; `null` if the browser lost it. */
  photo(id: string): Promise<ArrayBuffer | null>;
  /** Returns all classes with copies of their files, which the caller may transfer. Rejects if no photo can be read. */
  files(): Promise<readonly PhotoClassFiles[]>;
}

/**
 * Creates the photo classes of a lesson from what is stored.
 *
 * @param names the initial classes, until the learner changes them
 * @param shrink converts a photo to a small JPEG file; rejects if it is not a picture
 */
export async function createPhotoClasses(
  store: PhotoSetStore,
  lesson: string,
  names: readonly string[],
  shrink: (photo: Blob, name: string) => Promise<ArrayBuffer>,
): Promise<PhotoClasses> {
  /** Photos that could not be stored. */
  const unsavedPhotos = new Map<string, ArrayBuffer>();
  const listeners: (() => void)[] = [];
  const failureListeners: (() => void)[] = [];
  let before: PhotoSet | null = null;
  let counted = 0;
  const newId = () => `${Date.now().toString(36)}-${++counted}`;
  const authored = names.reduce<PhotoSet>((set, name) => withClass(set, newId(), name), { classes: [] });
  /** Whether the stored set was read; until then it is not overwritten. */
  let hasLoaded = true;
  const stored = await store.load(lesson).catch(() => {
    hasLoaded = false;
    return null;
  });
  let set = stored ?? authored;
  /** The set if it is not stored yet. */
  let unsaved: PhotoSet | null = null;

  function notifyChange(): void {
    for (const listener of listeners) listener();
  }

  /** Loads the stored set, which another tab may have changed, and merges into it what was added here and is not stored. */
  async function refresh(): Promise<void> {
    const found = await store.load(lesson);
    const hasChanged = found !== null && JSON.stringify(found) !== JSON.stringify(set);
    if (hasChanged) {
      set = unsaved === null && hasLoaded ? found : mergePhotoSets(found, set);
      if (unsaved !== null) unsaved = set;
      before = null;
      notifyChange();
    }
    hasLoaded = true;
  }

  async function save(): Promise<void> {
    unsaved = set;
    try {
      if (!hasLoaded) await refresh();
      const saved = set;
      await store.save(lesson, saved);
      if (unsaved === saved) unsaved = null;
      for (const [id, bytes] of unsavedPhotos) {
        await store.addPhoto(lesson, id, bytes);
        unsavedPhotos.delete(id);
      }
    } catch {
      for (const listener of failureListeners) listener();
    }
  }

  store.onChange((changed) => {
    // If it cannot be read now, it is read with the next change.
    if (changed === lesson) refresh().catch(() => {});
  });

  /** The ids of the photos in the set, and in the set that `undo` would restore. */
  const usedIds = () => [...photoIds(set), ...(before === null ? [] : photoIds(before))];

  /** @param undoable whether the learner can revert the change */
  function change(next: PhotoSet, undoable: boolean): void {
    const unused = new Set(usedIds());
    before = undoable ? set : null;
    set = next;
    for (const id of usedIds()) unused.delete(id);
    for (const id of unused) unsavedPhotos.delete(id);
    void save();
    store.forget(lesson, [...unused]).catch(() => {});
    notifyChange();
  }

  /** Stores a photo. Returns `null` if it is not a picture. */
  async function storePhoto(photo: IncomingPhoto): Promise<StoredPhoto | null> {
    const bytes = await shrink(photo.blob, photo.name).catch(() => null);
    if (bytes === null) return null;
    const id = newId();
    try {
      await store.addPhoto(lesson, id, bytes);
    } catch {
      // The failure is reported when the set that contains the photo is saved.
      unsavedPhotos.set(id, bytes);
    }
    return { id, name: photo.name };
  }

  /** Returns `null` if there is no such photo; rejects if the store fails. */
  const readPhoto = async (id: string) => unsavedPhotos.get(id) ?? (await store.photo(lesson, id));

  return {
    get set() {
      return set;
    },
    get canUndo() {
      return before !== null;
    },
    onChange: (listener) => void listeners.push(listener),
    onStorageFailure: (listener) => void failureListeners.push(listener),
    addClass(name) {
      if (set.classes.length >= photoSetLimits.classes) return false;
      change(withClass(set, newId(), name), false);
      return true;
    },
    rename: (id, name) => change(withClassName(set, id, name), false),
    removeClass: (id) => change(withoutClass(set, id), true),
    async addPhotos(id, photos, onProgress) {
      const accepted = photos.slice(0, photoSetLimits.photos - photoCount(set));
      const added: StoredPhoto[] = [];
      const unreadable: string[] = [];
      // Sequentially, because a hundred photos decoded at once would fill a phone's memory.
      for (const [handled, incoming] of accepted.entries()) {
        onProgress?.(handled, accepted.length);
        const photo = await storePhoto(incoming);
        if (photo === null) unreadable.push(incoming.name);
        else added.push(photo);
      }
      onProgress?.(accepted.length, accepted.length);
      if (added.length > 0) change(withPhotos(set, id, added), false);
      return { added: added.length, unreadable, over: photos.length - accepted.length };
    },
    removePhoto: (id, photo) => change(withoutPhoto(set, id, photo), true),
    undo() {
      if (before !== null) change(before, false);
    },
    photo: (id) => readPhoto(id).catch(() => null),
    async files() {
      const read = await Promise.all(
        set.classes.map(async ({ name, photos }) => ({
          name,
          photos: await Promise.allSettled(
            photos.map(async (each) => ({ name: each.name, bytes: (await readPhoto(each.id))?.slice(0) })),
          ),
        })),
      );
      const all = read.flatMap(({ photos }) => photos);
      const failed = all.find((each) => each.status === 'rejected');
      // Unreadable photos are omitted; if no photo can be read, the storage has failed.
      if (failed !== undefined && all.every(({ status }) => status === 'rejected')) throw failed.reason;
      return read.map(({ name, photos }) => ({
        name,
        photos: photos.flatMap((each) => {
          if (each.status === 'rejected' || each.value.bytes === undefined) return [];
          return [{ name: each.value.name, bytes: each.value.bytes }];
        }),
      }));
    },
  };
}
