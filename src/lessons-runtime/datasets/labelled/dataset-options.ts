import type { Advice } from '../../shared/advice.ts';
import type { Language } from '../../shared/language.ts';
import { type DatasetName, datasetWords, type PublishedName } from './dataset-words.ts';

/** The options of `iconDataset`, `photoDataset` and `drawingDataset`. */
export interface DatasetOptions {
  /** Examples of each class to train with. Default: all that the split leaves. */
  readonly numExamples?: number;
  /** Pictures made of each training example, 1 to 32. */
  readonly augment?: number;
  /** Seed of the split into training, validation and test. Default 0. */
  readonly split?: number;
  /** Seed of the choice of training examples and of their augmentation. Default 0. Validation and test do not depend on it. */
  readonly seed?: number;
  /** Side of the pictures in pixels, 16 to 224. */
  readonly imageSize?: number;
}

/** Options of a data set that has a test part only on request. */
export interface OptionalTestOptions extends DatasetOptions {
  /**
   * Whether half of the validation part becomes a test part, whose groups are in no other part. Training does not depend on
   * it. Default false.
   */
  readonly test?: boolean;
}

/** The options with their defaults. */
export interface CheckedOptions {
  /** Null for all. */
  readonly numExamples: number | null;
  readonly augment: number;
  readonly split: number;
  readonly seed: number;
  readonly imageSize: number;
  readonly test: boolean;
}

/** The rules that differ between data sets. */
export interface OptionRules {
  readonly call: PublishedName;
  readonly defaults: Pick<CheckedOptions, 'augment' | 'imageSize'>;
  /** Whether there is a test part only on request; false if there always is one. */
  readonly isTestOptional: boolean;
}

const maxSeed = 2 ** 32 - 1;
const maxExamples = 10_000;
const maxCopies = 32;
const sizes = { min: 16, max: 224 } as const;

/**
 * Validates the options that a cell passes.
 * @returns the options with their defaults, or a message if one is invalid
 */
export function checkOptions(
  options: OptionalTestOptions,
  { call, defaults, isTestOptional }: OptionRules,
  language: Language,
): CheckedOptions | Advice {
  const words = datasetWords[language];
  const { numExamples, split = 0, seed = 0, test = !isTestOptional } = options;
  const { augment = defaults.augment, imageSize = defaults.imageSize } = options;
  const problem = findInvalidOption(
    options,
    [
      ['numExamples', numExamples ?? 1, 1, maxExamples],
      ['augment', augment, 1, maxCopies],
      ['split', split, 0, maxSeed],
      ['seed', seed, 0, maxSeed],
      imageSizeRange(imageSize),
    ],
    { call, others: isTestOptional ? ['test'] : [] },
    language,
  );
  if (problem !== null) return problem;
  if (typeof test !== 'boolean') return words.notBoolean(call, 'test', String(test));
  return { numExamples: numExamples ?? null, augment, split, seed, imageSize, test };
}

/** The name and the value of an option that is a whole number, and its range. */
type OptionRange = readonly [name: string, value: unknown, min: number, max: number];

/** Returns the range of the option `imageSize`, which all functions have. */
export function imageSizeRange(value: unknown): OptionRange {
  return ['imageSize', value, sizes.min, sizes.max];
}

/**
 * Checks that all options are known and that those with a range are whole numbers within it.
 * @param others the known options without a range
 * @returns a message about the first invalid one; `null` if there is none
 */
export function findInvalidOption(
  options: object,
  ranges: readonly OptionRange[],
  { call, others }: { readonly call: DatasetName; readonly others: readonly string[] },
  language: Language,
): Advice | null {
  const words = datasetWords[language];
  const known = [...ranges.map(([name]) => name), ...others];
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown !== undefined) return words.unknownOption(call, unknown, known);
  for (const [name, value, min, max] of ranges) {
    if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) continue;
    return words.notInteger(call, name, min, max, String(value));
  }
  return null;
}
