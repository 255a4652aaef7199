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

/** A photo as it arrives: a file, or a frame of the camera. */
export interface IncomingPhoto {
  readonly name: string;
  readonly blob: Blob;
}

/** What became of photos that arrived. */
export interface AddedPhotos {
  readonly added: number;
  /** Names of files that are no pictures. */
  readonly unreadable: readonly string[];
  /** How many found no room in the set. */
  readonly over: number;
}

/** The classes of photos that a learner makes on a lesson's page. Nothing leaves the device. */
export interface PhotoClasses {
  readonly set: PhotoSet;
  readonly canUndo: boolean;
  /** Called after every change. */
  onChange(listener: () => void): void;
  /** Called where the device keeps nothing more: what comes is there until the page is closed. */
  onNotKept(listener: () => void): void;
  /** @returns `false` where there are as many classes as there can be */
  addClass(name: string): boolean;
  rename(id: string, name: string): void;
  removeClass(id: string): void;
  addPhotos(id: string, photos: readonly IncomingPhoto[]): Promise<AddedPhotos>;
  removePhoto(id: string, photo: string): void;
  /** Takes back the last removal. */
  undo(): void;
  /** A photo's JPEG file; `null` where the browser lost it. */
  photo(id: string): Promise<ArrayBuffer | null>;
  /** All of it, as cells get it: copies, to be given away. */
  files(): Promise<readonly PhotoClassFiles[]>;
}

/**
 * @param names of the classes there are until the learner changes them
 * @param shrink makes a photo that arrives a small JPEG file; rejects where it is no picture
 */
export async function createPhotoClasses(
  store: PhotoSetStore,
  lesson: string,
  names: readonly string[],
  shrink: (photo: Blob, name: string) => Promise<ArrayBuffer>,
): Promise<PhotoClasses> {
  /** Photos that the store did not take. */
  const unkept = new Map<string, ArrayBuffer>();
  const listeners: (() => void)[] = [];
  const notKept: (() => void)[] = [];
  let before: PhotoSet | null = null;
  let counted = 0;
  const newId = () => `${Date.now().toString(36)}-${++counted}`;
  const authored = names.reduce<PhotoSet>((set, name) => withClass(set, newId(), name), { classes: [] });
  /** Whether what is kept was read: until then nothing is written over it. */
  let hasSeen = true;
  const kept = await store.load(lesson).catch(() => {
    hasSeen = false;
    return null;
  });
  let set = kept ?? authored;
  /** What is not kept yet. */
  let unsaved: PhotoSet | null = null;

  function tellChange(): void {
    for (const listener of listeners) listener();
  }

  /** Takes over what is kept, also another tab's; what was added here and is not kept yet comes to it. */
  async function refresh(): Promise<void> {
    const found = await store.load(lesson);
    const isNews = found !== null && JSON.stringify(found) !== JSON.stringify(set);
    if (isNews) {
      set = unsaved === null && hasSeen ? found : mergePhotoSets(found, set);
      if (unsaved !== null) unsaved = set;
      before = null;
      tellChange();
    }
    hasSeen = true;
  }

  async function save(): Promise<void> {
    unsaved = set;
    try {
      if (!hasSeen) await refresh();
      const saved = set;
      await store.save(lesson, saved);
      if (unsaved === saved) unsaved = null;
      for (const [id, bytes] of unkept) {
        await store.addPhoto(lesson, id, bytes);
        unkept.delete(id);
      }
    } catch {
      for (const listener of notKept) listener();
    }
  }

  store.onChange((changed) => {
    // What cannot be read now is read with the next change.
    if (changed === lesson) refresh().catch(() => {});
  });

  /** @param undoable whether the learner can take the change back */
  function change(next: PhotoSet, undoable: boolean): void {
    const known = new Set([...photoIds(set), ...(before === null ? [] : photoIds(before))]);
    before = undoable ? set : null;
    set = next;
    for (const id of [...photoIds(set), ...(before === null ? [] : photoIds(before))]) known.delete(id);
    for (const id of known) unkept.delete(id);
    void save();
    store.forget(lesson, [...known]).catch(() => {});
    tellChange();
  }

  async function keep(photo: IncomingPhoto): Promise<StoredPhoto | null> {
    const bytes = await shrink(photo.blob, photo.name).catch(() => null);
    if (bytes === null) return null;
    const id = newId();
    try {
      await store.addPhoto(lesson, id, bytes);
    } catch {
      // That is told with the set that it comes into.
      unkept.set(id, bytes);
    }
    return { id, name: photo.name };
  }

  /** Rejects where the store fails; `null` where it has no such photo. */
  const readPhoto = async (id: string) => unkept.get(id) ?? (await store.photo(lesson, id));

  return {
    get set() {
      return set;
    },
    get canUndo() {
      return before !== null;
    },
    onChange: (listener) => void listeners.push(listener),
    onNotKept: (listener) => void notKept.push(listener),
    addClass(name) {
      if (set.classes.length >= photoSetLimits.classes) return false;
      change(withClass(set, newId(), name), false);
      return true;
    },
    rename: (id, name) => change(withClassName(set, id, name), false),
    removeClass: (id) => change(withoutClass(set, id), true),
    async addPhotos(id, photos) {
      const taken = photos.slice(0, photoSetLimits.photos - photoCount(set));
      const kept: StoredPhoto[] = [];
      const unreadable: string[] = [];
      // One after the other: a hundred photos decoded at once would fill a phone's memory.
      for (const arriving of taken) {
        const one = await keep(arriving);
        if (one === null) unreadable.push(arriving.name);
        else kept.push(one);
      }
      if (kept.length > 0) change(withPhotos(set, id, kept), false);
      return { added: kept.length, unreadable, over: photos.length - taken.length };
    },
    removePhoto: (id, gone) => change(withoutPhoto(set, id, gone), true),
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
      // One photo that cannot be read costs no other; where none can, it is not the photos.
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
