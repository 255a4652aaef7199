import type { RgbImage } from '../augmentation.ts';
import type { OptionalTestOptions } from '../labelled/dataset-options.ts';
import {
  createDatasetLoader,
  type DatasetDefinition,
  type DatasetDeps,
  type LabelledDataset,
} from '../labelled/labelled-dataset.ts';
import { resizePixels } from '../labelled/resize-pixels.ts';
import { composePictures } from './compose-pictures.ts';
import type { IconClass, IconManifest } from './icon-manifest.ts';
import { parseIconManifest } from './parse-icon-manifest.ts';
import { type DrawnIcon, readSprites } from './read-sprites.ts';
import { partOfFamilies } from './split-icons.ts';

/** A data set in two parts; the third is there on request. */
export type IconDataset = Omit<LabelledDataset, 'test'>;

/** `iconDataset` as cells call it. */
export interface LoadIconDataset {
  (
    names: readonly string[],
    options: OptionalTestOptions & { readonly test: true },
  ): Promise<LabelledDataset>;
  (names: readonly string[], options?: OptionalTestOptions): Promise<IconDataset>;
}

const native = 64;

/**
 * Creates the function `iconDataset`, which loads data sets of drawn icons, similar to Keras's `image_dataset_from_directory`.
 *
 * It takes the names of two or more classes. The split is by designer: the validation part gets all icons of some designers,
 * 35 to 45 % of each class; with `test: true`, half of them are for the test. A split holds back the same designers whichever
 * classes are requested. It trains with `numExamples` icons of each class, of as many designers as possible, and composes
 * `augment` pictures of each icon (default 4): in other colours, dark on light or light on dark, rotated, shifted, scaled,
 * mirrored; and four of each icon of the other parts. The default of `imageSize` is 64. The same arguments give the same
 * pictures in every browser. `tf.dispose(dataset)` disposes of its four tensors, or six with a test part.
 * @throws the result of `createError`, from that function, if an argument is invalid
 */
export function createIconDataset(deps: DatasetDeps): LoadIconDataset {
  const definition: DatasetDefinition<IconClass, IconManifest, DrawnIcon> = {
    call: 'iconDataset',
    manifestFile: 'icons.json',
    parseManifest: (value) => parseIconManifest(value),
    defaults: { augment: 4, imageSize: native },
    isTestOptional: true,
    evaluationCopies: 4,
    readExamples: (manifest, iconClass, files) =>
      readSprites(manifest, iconClass, ({ file }) => files.read(file, (bytes) => files.decode(bytes, file))),
    splitter(manifest, { split, test }) {
      const partOf = partOfFamilies(manifest, split, test);
      return (_, icons) => icons.map(({ group }) => partOf(group));
    },
    async compose(requests, { imageSize, seed }) {
      const orders = requests.map(({ example, copy }) => ({ ...example, copy }));
      const pictures = composePictures(orders, native, seed);
      return imageSize === native ? pictures : resizeAll(pictures, imageSize);
    },
  };
  const split = createDatasetLoader(definition, deps);

  function load(
    names: readonly string[],
    options: OptionalTestOptions & { readonly test: true },
  ): Promise<LabelledDataset>;
  function load(names: readonly string[], options?: OptionalTestOptions): Promise<IconDataset>;
  async function load(
    names: readonly string[],
    options: OptionalTestOptions = {},
  ): Promise<IconDataset | LabelledDataset> {
    const { classNames, hasTest, examples } = await split(names, options);
    const train = await examples('train');
    const validation = await examples('validation');
    return hasTest
      ? { train, validation, test: await examples('test'), classNames }
      : { train, validation, classNames };
  }

  return load;
}

function resizeAll(pictures: Uint8Array, size: number): Uint8Array {
  const each = native * native * 3;
  const count = pictures.length / each;
  const resized = new Uint8Array(count * size * size * 3);
  for (let at = 0; at < count; at += 1) {
    const data = pictures.subarray(at * each, (at + 1) * each);
    const picture: RgbImage = { width: native, height: native, data };
    resized.set(resizePixels(picture, size).data, at * size * size * 3);
  }
  return resized;
}
