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

/** What is kept, and what was added to a set that did not start from it. */
export function withAdded(kept: PhotoSet, added: PhotoSet): PhotoSet {
  const known = new Set(photoIds(kept));
  const more = ({ photos }: PhotoClass) => photos.filter(({ id }) => !known.has(id));
  const ofClass = (id: string) => added.classes.find((each) => each.id === id);
  const ids = new Set(kept.classes.map(({ id }) => id));
  const fresh = added.classes.filter((each) => !ids.has(each.id) && more(each).length > 0);
  return {
    classes: [
      ...kept.classes.map((each) => {
        const own = ofClass(each.id);
        return own === undefined ? each : { ...each, photos: [...each.photos, ...more(own)] };
      }),
      ...fresh,
    ],
  };
}

function changed(set: PhotoSet, id: string, change: (each: PhotoClass) => PhotoClass): PhotoSet {
  return { classes: set.classes.map((each) => (each.id === id ? change(each) : each)) };
}
