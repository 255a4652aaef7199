import type * as TensorFlow from '@tensorflow/tfjs';
import type { Tensor2D, Tensor4D } from '@tensorflow/tfjs';
import type { Advice } from '../../shared/advice.ts';
import type { Language } from '../../shared/language.ts';
import { once } from '../../shared/once.ts';
import { composePictures } from './compose-pictures.ts';
import { checkOptions, type IconDatasetOptions } from './icon-dataset-options.ts';
import type { IconClass, IconManifest } from './icon-manifest.ts';
import { iconWords } from './icon-words.ts';
import { type DrawnIcon, type ReadSheet, readSprites } from './read-sprites.ts';
import { splitIcons, validationFamilies } from './split-icons.ts';

/** Labelled pictures. */
interface IconExamples {
  /** float32 [pictures, 64, 64, 3], 0 to 1. */
  readonly xs: Tensor4D;
  /** float32 [pictures, classes], one-hot rows. */
  readonly ys: Tensor2D;
  /** Each picture's class, as an index of `classNames`. */
  readonly labels: readonly number[];
  /** The icon that each picture shows, for example `ph:cat-bold`. */
  readonly ids: readonly string[];
}

export interface IconDataset {
  readonly train: IconExamples;
  /** Pictures of icons whose designers have none in `train`; the same pictures for every `seed`. */
  readonly validation: IconExamples;
  /** In the requested order, in the page's language. */
  readonly classNames: readonly string[];
}

interface IconDatasetDeps {
  readonly tf: Pick<typeof TensorFlow, 'tensor4d' | 'tensor2d'>;
  readonly language: Language;
  readonly readManifest: () => Promise<IconManifest>;
  readonly readSheet: ReadSheet;
  /** Creates the error that is thrown for an invalid argument. */
  readonly createError: (problem: Advice) => Error;
}

export type LoadIconDataset = (
  names: readonly string[],
  options?: IconDatasetOptions,
) => Promise<IconDataset>;

const validationCopies = 4;
const validationSeed = 'validation';

/**
 * Creates the function `iconDataset`, which loads data sets of drawn icons, similar to Keras's `image_dataset_from_directory`.
 *
 * It takes the names of two or more classes. The split is by designer: the validation subset gets all icons of some designers,
 * 35 to 45 % of each class. It trains with `numExamples` icons of each class, of as many designers as possible, and composes
 * `augment` pictures of each icon: in other colours, dark on light or light on dark, rotated, shifted, scaled, mirrored; and
 * four of each validation icon. The same arguments give the same pictures in every browser. `tf.dispose(dataset)` disposes of
 * its four tensors.
 * @throws the result of `createError`, from that function, if an argument is invalid
 */
export function createIconDataset(deps: IconDatasetDeps): LoadIconDataset {
  const { tf, language, readSheet, createError } = deps;
  const words = iconWords[language];
  const readManifest = once(deps.readManifest);
  const loaders = new Map<string, () => Promise<readonly DrawnIcon[]>>();

  function loadIcons(manifest: IconManifest, iconClass: IconClass): Promise<readonly DrawnIcon[]> {
    const load = loaders.get(iconClass.name) ?? once(() => readSprites(manifest, iconClass, readSheet));
    loaders.set(iconClass.name, load);
    return load();
  }

  function requireClasses({ classes }: IconManifest, names: unknown): readonly IconClass[] {
    const known = classes.map(({ name }) => name);
    if (!Array.isArray(names) || new Set(names).size < 2) throw createError(words.fewClasses(known));
    return [...new Set<unknown>(names)].map((requested) => {
      const found = classes.find(({ name }) => name === requested);
      if (found === undefined) throw createError(words.unknownClass(String(requested), known));
      return found;
    });
  }

  function toExamples(
    icons: readonly (readonly DrawnIcon[])[],
    { copies, seed, side }: { readonly copies: number; readonly seed: string; readonly side: number },
  ): IconExamples {
    const sources = icons.flatMap((ofClass, label) =>
      ofClass.flatMap(({ id, sprite }) =>
        Array.from({ length: copies }, (_, copy) => ({ id, sprite, copy, label })),
      ),
    );
    const pixels = Float32Array.from(composePictures(sources, side, seed), (value) => value / 255);
    const labels = sources.map(({ label }) => label);
    const oneHot = labels.map((label) => icons.map((_, index) => (index === label ? 1 : 0)));
    return {
      xs: tf.tensor4d(pixels, [sources.length, side, side, 3]),
      ys: tf.tensor2d(oneHot, [sources.length, icons.length], 'float32'),
      labels,
      ids: sources.map(({ id }) => id),
    };
  }

  return async (names, options = {}) => {
    const checked = checkOptions(options, language);
    if ('what' in checked) throw createError(checked);
    const { numExamples, augment, split, seed } = checked;
    const manifest = await readManifest();
    const classes = requireClasses(manifest, names);
    const families = validationFamilies(manifest, split);
    const icons = await Promise.all(classes.map((iconClass) => loadIcons(manifest, iconClass)));
    const splits = icons.map((ofClass) => splitIcons(ofClass, families, `examples ${seed}`));
    const counts = splits.map(({ train }, index) => [classes[index]?.name ?? '', train.length] as const);
    if (numExamples !== null && counts.some(([, count]) => count < numExamples))
      throw createError(words.fewExamples(numExamples, counts));
    const { side } = manifest;
    const trainIcons = splits.map(({ train }) => train.slice(0, numExamples ?? train.length));
    return {
      train: toExamples(trainIcons, { copies: augment, seed: `train ${seed}`, side }),
      validation: toExamples(
        splits.map(({ validation }) => validation),
        { copies: validationCopies, seed: validationSeed, side },
      ),
      classNames: classes.map(({ title }) => title[language]),
    };
  };
}
