import type * as TensorFlow from '@tensorflow/tfjs';
import type { Tensor2D, Tensor4D } from '@tensorflow/tfjs';
import type { Advice } from '../../shared/advice.ts';
import type { Language } from '../../shared/language.ts';
import { once } from '../../shared/once.ts';
import { splitIcons, validationFamilies } from './choose-examples.ts';
import { composePictures } from './compose-pictures.ts';
import { checkOptions, type IconDatasetOptions } from './icon-dataset-options.ts';
import type { IconClass, IconManifest } from './icon-manifest.ts';
import { iconWords } from './icon-words.ts';
import { type DrawnIcon, type ReadSheet, readSprites } from './read-sprites.ts';

/** Pictures with what they show. */
export interface IconExamples {
  /** float32 [pictures, 64, 64, 3], 0 to 1. */
  readonly xs: Tensor4D;
  /** float32 [pictures, classes]: 1 for the picture's class, 0 for the others. */
  readonly ys: Tensor2D;
  /** Each picture's class, as its place in `classNames`. */
  readonly labels: readonly number[];
  /** The icon that each picture was made of, for example `ph:cat-bold`. */
  readonly ids: readonly string[];
}

export interface IconDataset {
  readonly train: IconExamples;
  /** Icons of designers none of whose icons is in `train`; the same pictures for every `seed`. */
  readonly validation: IconExamples;
  /** In the order they were asked for, in the page's language. */
  readonly classNames: readonly string[];
}

export interface IconDatasetDeps {
  readonly tf: Pick<typeof TensorFlow, 'tensor4d' | 'tensor2d'>;
  readonly language: Language;
  readonly readManifest: () => Promise<IconManifest>;
  readonly readSheet: ReadSheet;
  /** Makes the error that is thrown for an argument that cannot be taken. */
  readonly refuse: (problem: Advice) => Error;
}

export type LoadIconDataset = (
  names: readonly string[],
  options?: IconDatasetOptions,
) => Promise<IconDataset>;

const validationCopies = 4;
const validationSeed = 'validation';

/**
 * Makes the loader of drawn data sets, in the manner of Keras's `image_dataset_from_directory`.
 *
 * The loader takes the names of two or more classes. It keeps whole designers for validation (35 to 45 % of each class),
 * trains with `numExamples` icons of each class, of as many designers as there are, and makes `augment` pictures of each
 * icon: other colours, dark on light or light on dark, turned, moved, scaled, mirrored. Each validation icon makes four.
 * The same arguments give the same pictures in every browser. `tf.dispose(dataset)` frees its four tensors.
 * @returns a function that rejects with what `refuse` makes for an argument it cannot take
 */
export function createIconDataset(deps: IconDatasetDeps): LoadIconDataset {
  const { tf, language, readSheet, refuse } = deps;
  const words = iconWords[language];
  const readManifest = once(deps.readManifest);
  const readClass = new Map<string, () => Promise<readonly DrawnIcon[]>>();

  function iconsOf(manifest: IconManifest, iconClass: IconClass): Promise<readonly DrawnIcon[]> {
    const read = readClass.get(iconClass.name) ?? once(() => readSprites(manifest, iconClass, readSheet));
    readClass.set(iconClass.name, read);
    return read();
  }

  function chosenClasses({ classes }: IconManifest, names: unknown): readonly IconClass[] {
    const known = classes.map(({ name }) => name);
    if (!Array.isArray(names) || new Set(names).size < 2) throw refuse(words.fewClasses(known));
    return [...new Set<unknown>(names)].map((wanted) => {
      const found = classes.find(({ name }) => name === wanted);
      if (found === undefined) throw refuse(words.unknownClass(String(wanted), known));
      return found;
    });
  }

  function toExamples(
    icons: readonly (readonly DrawnIcon[])[],
    { copies, seed, side }: { readonly copies: number; readonly seed: string; readonly side: number },
  ): IconExamples {
    const orders = icons.flatMap((ofClass, label) =>
      ofClass.flatMap(({ id, sprite }) =>
        Array.from({ length: copies }, (_, copy) => ({ id, sprite, copy, label })),
      ),
    );
    const pixels = Float32Array.from(composePictures(orders, side, seed), (value) => value / 255);
    const labels = orders.map(({ label }) => label);
    const oneHot = labels.map((label) => icons.map((_, place) => (place === label ? 1 : 0)));
    return {
      xs: tf.tensor4d(pixels, [orders.length, side, side, 3]),
      ys: tf.tensor2d(oneHot, [orders.length, icons.length], 'float32'),
      labels,
      ids: orders.map(({ id }) => id),
    };
  }

  return async (names, options = {}) => {
    const checked = checkOptions(options, language);
    if ('what' in checked) throw refuse(checked);
    const { numExamples, augment, split, seed } = checked;
    const manifest = await readManifest();
    const classes = chosenClasses(manifest, names);
    const kept = validationFamilies(manifest, split);
    const icons = await Promise.all(classes.map((iconClass) => iconsOf(manifest, iconClass)));
    const sides = icons.map((ofClass) => splitIcons(ofClass, kept, `examples ${seed}`));
    const counts = sides.map(({ train }, place) => [classes[place]?.name ?? '', train.length] as const);
    if (numExamples !== null && counts.some(([, count]) => count < numExamples))
      throw refuse(words.fewExamples(numExamples, counts));
    const { side } = manifest;
    const trained = sides.map(({ train }) => train.slice(0, numExamples ?? train.length));
    return {
      train: toExamples(trained, { copies: augment, seed: `train ${seed}`, side }),
      validation: toExamples(
        sides.map(({ validation }) => validation),
        { copies: validationCopies, seed: validationSeed, side },
      ),
      classNames: classes.map(({ title }) => title[language]),
    };
  };
}
