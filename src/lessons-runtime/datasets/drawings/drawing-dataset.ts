import type { Augmentation, RgbImage } from '../augmentation.ts';
import { createComposeAugmented } from '../labelled/compose-augmented.ts';
import { cutSprite } from '../labelled/cut-sprite.ts';
import {
  createLoadDataset,
  type DatasetDefinition,
  type DatasetDeps,
  type DatasetExample,
  type LoadDataset,
} from '../labelled/labelled-dataset.ts';
import { resizePixels } from '../labelled/resize-pixels.ts';
import { splitGroups } from '../labelled/split-groups.ts';
import type { DrawingClass, DrawingManifest } from './drawing-manifest.ts';
import { parseDrawingManifest } from './parse-drawing-manifest.ts';

interface StoredDrawing extends DatasetExample {
  /** With the margin. */
  readonly picture: RgbImage;
}

/** The width of the empty margin, as a share of the drawing's side: 2 of 28 pixels. */
const margin = 1 / 14;
const paper = 255;
const changes: Augmentation = { flip: 'horizontal', shift: 0.05, rotate: 12 };

/**
 * Creates the function `drawingDataset`, which loads drawings of 345 things by many people, dark on white. It has the options
 * and the result of `iconDataset`.
 *
 * Of each class, 30 % of the drawings are for the test, 20 % for validation and the rest for training. The first of the
 * `augment` pictures of a drawing (default 1) is the drawing itself; the others are mirrored, moved and turned a little.
 * The default of `imageSize` is 32: the 28 pixels of the original and a margin. `tf.dispose(dataset)` disposes of its six
 * tensors.
 * @throws the result of `createError`, from that function, if an argument is invalid
 */
export function createDrawingDataset(deps: DatasetDeps): LoadDataset {
  const definition: DatasetDefinition<DrawingClass, DrawingManifest, StoredDrawing> = {
    call: 'drawingDataset',
    manifestFile: 'drawings.json',
    parseManifest: (value) => parseDrawingManifest(value),
    defaults: { augment: 1, imageSize: 32 },
    isTestOptional: false,
    evaluationCopies: 1,
    readExamples: ({ side, columns }, { name, file, lines }, files) =>
      files.read(file, async (bytes) => {
        const sheet = await files.decode(bytes, file);
        return lines.map((line, index) => {
          const id = `${name}-${line}`;
          return { id, group: id, picture: onPaper(cutSprite(sheet, { index, side, columns }, 1), side) };
        });
      }),
    splitter:
      (_, { split }) =>
      (name, drawings) =>
        splitGroups(
          drawings.map(({ group }) => group),
          `${split} ${name}`,
        ),
    compose: createComposeAugmented(
      async ({ picture }, imageSize) => resizePixels(picture, imageSize),
      () => changes,
    ),
  };
  return createLoadDataset(definition, deps);
}

/** Converts a grey drawing to RGB and adds the margin. */
function onPaper(drawing: Uint8Array, side: number): RgbImage {
  const border = Math.round(side * margin);
  const size = side + 2 * border;
  const data = new Uint8Array(size * size * 3).fill(paper);
  drawing.forEach((grey, at) => {
    const pixel = (border + Math.floor(at / side)) * size + border + (at % side);
    data.fill(grey, 3 * pixel, 3 * pixel + 3);
  });
  return { width: size, height: size, data };
}
