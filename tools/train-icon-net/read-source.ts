import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { parseIconManifest } from '../../src/lessons-runtime/datasets/icons/parse-icon-manifest.ts';
import { type DrawnIcon, readSprites } from '../../src/lessons-runtime/datasets/icons/read-sprites.ts';
import { createSeededRandom } from '../../src/lessons-runtime/datasets/labelled/seeded-random.ts';

export interface LabelledIcon extends DrawnIcon {
  /** Place in `classNames`. */
  readonly label: number;
}

/** Icons to learn from, and icons of other designers to be examined on. */
export interface Source {
  readonly side: number;
  readonly classNames: readonly string[];
  readonly train: readonly LabelledIcon[];
  readonly validation: readonly LabelledIcon[];
  /** Families of designers on each side. */
  readonly families: { readonly train: number; readonly validation: number };
}

/** The designers that are held back draw about this part of the icons. */
const heldBack = 0.12;

/**
 * Reads a folder that `tools/build-icons` made.
 * @param seed decides which designers are held back, all of whose icons are
 */
export async function readSource(folder: string, seed: number): Promise<Source> {
  const manifest = parseIconManifest(JSON.parse(readFileSync(join(folder, 'icons.json'), 'utf8')));
  const icons: LabelledIcon[] = [];
  for (const [label, iconClass] of manifest.classes.entries()) {
    const drawn = await readSprites(manifest, iconClass, async ({ file }) => {
      const picture = sharp(join(folder, file)).ensureAlpha().raw();
      const { data, info } = await picture.toBuffer({ resolveWithObject: true });
      return { width: info.width, height: info.height, data };
    });
    icons.push(...drawn.map((icon) => ({ ...icon, label })));
  }
  const families = [...new Set(icons.map(({ group }) => group))].sort();
  const held = new Set<string>();
  let count = 0;
  for (const family of createSeededRandom(`held back ${seed}`).shuffled(families)) {
    const size = icons.filter((icon) => icon.group === family).length;
    if (count + size > heldBack * icons.length) continue;
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
