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
import { drawingSize, onPaper } from './on-paper.ts';
import { parseDrawingManifest } from './parse-drawing-manifest.ts';

interface StoredDrawing extends DatasetExample {
  /** With the margin. */
  readonly picture: RgbImage;
}

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
    defaults: { augment: 1, imageSize: drawingSize },
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
