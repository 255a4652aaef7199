import { join } from 'node:path';
import type { IconSet } from '../../src/lessons-runtime/datasets/icons/icon-manifest.ts';
import { type DrawnIcon, readSprites } from '../../src/lessons-runtime/datasets/icons/read-sprites.ts';
import { readRgba } from '../read-rgba.ts';
import { readIconManifest } from './read-icon-manifest.ts';

export interface LabelledIcon extends DrawnIcon {
  /** Index in `classNames`. */
  readonly label: number;
}

/** Icons for training, and icons by other designers for validation. */
export interface Source {
  readonly side: number;
  readonly classNames: readonly string[];
  readonly train: readonly LabelledIcon[];
  readonly validation: readonly LabelledIcon[];
  /** The sets of the training icons. */
  readonly trainSets: readonly IconSet[];
  /** Numbers of families of designers. */
  readonly families: { readonly train: number; readonly validation: number };
}

/** The smallest number of families that a class must have in the training data. */
const fewestFamilies = 8;

/**
 * Reads a source set that `tools/build-icons` wrote. Classes with training icons of fewer than 8 families are left out.
 * @param heldOut the families whose icons are for validation only
 */
export async function readSource(folder: string, heldOut: ReadonlySet<string>): Promise<Source> {
  const manifest = readIconManifest(folder);
  const classNames: string[] = [];
  const train: LabelledIcon[] = [];
  const validation: LabelledIcon[] = [];
  for (const iconClass of manifest.classes) {
    const drawn = await readSprites(manifest, iconClass, ({ file }) => readRgba(join(folder, file)));
    if (countFamilies(drawn.filter(({ group }) => !heldOut.has(group))) < fewestFamilies) continue;
    const label = classNames.length;
    classNames.push(iconClass.name);
    for (const icon of drawn) (heldOut.has(icon.group) ? validation : train).push({ ...icon, label });
  }
  const trained = new Set(train.map(({ id }) => id));
  const trainSetIds = new Set(
    manifest.classes.flatMap(({ icons }) => icons.filter(({ id }) => trained.has(id)).map(({ set }) => set)),
  );
  return {
    side: manifest.side,
    classNames,
    train,
    validation,
    trainSets: manifest.sets.filter(({ id }) => trainSetIds.has(id)),
    families: { train: countFamilies(train), validation: countFamilies(validation) },
  };
}

function countFamilies(icons: readonly DrawnIcon[]): number {
  return new Set(icons.map(({ group }) => group)).size;
}
