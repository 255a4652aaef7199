/** A learner's photos, sorted into classes. It is stored; the image files are stored separately. Sets are immutable. */
export interface PhotoSet {
  readonly classes: readonly PhotoClass[];
}
export interface PhotoClass {
  readonly id: string;
  readonly name: string;
  readonly photos: readonly StoredPhoto[];
}
export interface StoredPhoto {
  readonly id: string;
  /** The file's name, or a text that says that it was taken with the camera. */
  readonly name: string;
}

/** Limits of a photo set. A lesson trains on hundreds of photos, not thousands. `nameLetters` is in UTF-16 code units. */
export const photoSetLimits = { classes: 10, photos: 500, nameLetters: 40 } as const;

/** Returns the number of photos in all classes. */
export function photoCount({ classes }: PhotoSet): number {
  return classes.reduce((sum, { photos }) => sum + photos.length, 0);
}

/** Returns the ids of all photos. */
export function photoIds({ classes }: PhotoSet): readonly string[] {
  return classes.flatMap(({ photos }) => photos.map(({ id }) => id));
}

export function withClass(set: PhotoSet, id: string, name: string): PhotoSet {
  return { classes: [...set.classes, { id, name: name.slice(0, photoSetLimits.nameLetters), photos: [] }] };
}

export function withoutClass(set: PhotoSet, id: string): PhotoSet {
  return { classes: set.classes.filter((each) => each.id !== id) };
}

export function withClassName(set: PhotoSet, id: string, name: string): PhotoSet {
  return withChangedClass(set, id, (each) => ({ ...each, name: name.slice(0, photoSetLimits.nameLetters) }));
}

export function withPhotos(set: PhotoSet, id: string, photos: readonly StoredPhoto[]): PhotoSet {
  return withChangedClass(set, id, (each) => ({ ...each, photos: [...each.photos, ...photos] }));
}

export function withoutPhoto(set: PhotoSet, id: string, photo: string): PhotoSet {
  return withChangedClass(set, id, (each) => ({
    ...each,
    photos: each.photos.filter((stored) => stored.id !== photo),
  }));
}

/** Adds the photos of a set to a stored one that it is not based on. Classes are matched by id; empty new classes are dropped. */
export function mergePhotoSets(stored: PhotoSet, added: PhotoSet): PhotoSet {
  const known = new Set(photoIds(stored));
  const newPhotos = ({ photos }: PhotoClass) => photos.filter(({ id }) => !known.has(id));
  const storedIds = new Set(stored.classes.map(({ id }) => id));
  const newClasses = added.classes.filter((each) => !storedIds.has(each.id) && newPhotos(each).length > 0);
  return {
    classes: [
      ...stored.classes.map((each) => {
        const same = added.classes.find(({ id }) => id === each.id);
        return same === undefined ? each : { ...each, photos: [...each.photos, ...newPhotos(same)] };
      }),
      ...newClasses,
    ],
  };
}

function withChangedClass(set: PhotoSet, id: string, change: (each: PhotoClass) => PhotoClass): PhotoSet {
  return { classes: set.classes.map((each) => (each.id === id ? change(each) : each)) };
}
