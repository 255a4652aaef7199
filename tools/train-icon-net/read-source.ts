import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parseIconManifest } from '../../src/lessons-runtime/datasets/icons/parse-icon-manifest.ts';
import { type DrawnIcon, readSprites } from '../../src/lessons-runtime/datasets/icons/read-sprites.ts';
import { createSeededRandom } from '../../src/lessons-runtime/datasets/labelled/seeded-random.ts';
import { readRgba } from '../read-rgba.ts';

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
  /** Numbers of families of designers. */
  readonly families: { readonly train: number; readonly validation: number };
}

/** The share of icons that are held out for validation. */
const validationShare = 0.12;

/**
 * Reads a source set that `tools/build-icons` wrote, and holds out all icons of some designers.
 * @param seed determines which designers are held out
 */
export async function readSource(folder: string, seed: number): Promise<Source> {
  const manifest = parseIconManifest(JSON.parse(readFileSync(join(folder, 'icons.json'), 'utf8')));
  const icons: LabelledIcon[] = [];
  for (const [label, iconClass] of manifest.classes.entries()) {
    const drawn = await readSprites(manifest, iconClass, ({ file }) => readRgba(join(folder, file)));
    icons.push(...drawn.map((icon) => ({ ...icon, label })));
  }
  const families = [...new Set(icons.map(({ group }) => group))].sort();
  const held = new Set<string>();
  let count = 0;
  for (const family of createSeededRandom(`held back ${seed}`).shuffled(families)) {
    const size = icons.filter((icon) => icon.group === family).length;
    if (count + size > validationShare * icons.length) continue;
    held.add(family);
    count += size;
  }
  return {
    side: manifest.side,
    classNames: manifest.classes.map(({ name }) => name),
    train: icons.filter(({ group }) => !held.has(group)),
    validation: icons.filter(({ group }) => held.has(group)),
    families: { train: families.length - held.size, validation: held.size },
  };
}
