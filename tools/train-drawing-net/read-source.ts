import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDrawingManifest } from '../../src/lessons-runtime/datasets/drawings/parse-drawing-manifest.ts';
import { cutSprite } from '../../src/lessons-runtime/datasets/labelled/cut-sprite.ts';
import { createSeededRandom } from '../../src/lessons-runtime/datasets/labelled/seeded-random.ts';
import { readRgba } from '../read-rgba.ts';

export interface LabelledDrawing {
  readonly id: string;
  /** Index in `classNames`. */
  readonly label: number;
  /** Grey values, [side · side], 0 (ink) to 255 (paper). */
  readonly grey: Uint8Array;
}

/** Drawings for training, and others that only measure accuracy. */
export interface Source {
  readonly side: number;
  readonly classNames: readonly string[];
  readonly train: readonly LabelledDrawing[];
  readonly test: readonly LabelledDrawing[];
}

/** The share of each class that is held out. */
const testShare = 0.15;

/**
 * Reads the data set that `tools/build-drawings` wrote, without some of its classes, and holds out 15 % of each class. A
 * drawing is held out or not regardless of which classes are read.
 */
export async function readSource(folder: string, without: readonly string[]): Promise<Source> {
  const manifest = parseDrawingManifest(JSON.parse(readFileSync(join(folder, 'drawings.json'), 'utf8')));
  const { side, columns } = manifest;
  const classes = manifest.classes.filter(({ name }) => !without.includes(name));
  const [train, test]: [LabelledDrawing[], LabelledDrawing[]] = [[], []];
  for (const [label, { name, file, lines }] of classes.entries()) {
    const sheet = await readRgba(join(folder, file));
    const drawings = lines.map((line, index) => ({
      id: `${name}-${line}`,
      label,
      grey: cutSprite(sheet, { index, side, columns }, 1),
    }));
    const shuffled = createSeededRandom(`held out ${name}`).shuffled(drawings);
    const count = Math.round(testShare * drawings.length);
    test.push(...shuffled.slice(0, count));
    train.push(...shuffled.slice(count));
  }
  return { side, classNames: classes.map(({ name }) => name), train, test };
}
