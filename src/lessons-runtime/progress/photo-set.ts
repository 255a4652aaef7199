/** Photos that a learner put into classes, less their pixels. Every change makes a new set. */
export interface PhotoSet {
  readonly classes: readonly PhotoClass[];
}
export interface PhotoClass {
  readonly id: string;
  readonly name: string;
  readonly photos: readonly KeptPhoto[];
}
export interface KeptPhoto {
  readonly id: string;
  /** The file's, or what stands for the camera. */
  readonly name: string;
}

/** What a browser and a lesson can take; training sees hundreds, not thousands. */
export const photoSetLimits = { classes: 10, photos: 500, nameLetters: 40 } as const;

export function photoCount({ classes }: PhotoSet): number {
  return classes.reduce((sum, { photos }) => sum + photos.length, 0);
}

/** The ids of all photos. */
export function photoIds({ classes }: PhotoSet): readonly string[] {
  return classes.flatMap(({ photos }) => photos.map(({ id }) => id));
}

export function withClass(set: PhotoSet, id: string, name: string): PhotoSet {
  return { classes: [...set.classes, { id, name: name.slice(0, photoSetLimits.nameLetters), photos: [] }] };
}

export function withoutClass(set: PhotoSet, id: string): PhotoSet {
  return { classes: set.classes.filter((each) => each.id !== id) };
}

export function renamed(set: PhotoSet, id: string, name: string): PhotoSet {
  return changed(set, id, (each) => ({ ...each, name: name.slice(0, photoSetLimits.nameLetters) }));
}

export function withPhotos(set: PhotoSet, id: string, photos: readonly KeptPhoto[]): PhotoSet {
  return changed(set, id, (each) => ({ ...each, photos: [...each.photos, ...photos] }));
}

export function withoutPhoto(set: PhotoSet, id: string, photo: string): PhotoSet {
  return changed(set, id, (each) => ({ ...each, photos: each.photos.filter((kept) => kept.id !== photo) }));
}

function changed(set: PhotoSet, id: string, change: (each: PhotoClass) => PhotoClass): PhotoSet {
  return { classes: set.classes.map((each) => (each.id === id ? change(each) : each)) };
}
