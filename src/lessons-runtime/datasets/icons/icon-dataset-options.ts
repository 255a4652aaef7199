import type { Advice } from '../../shared/advice.ts';
import type { Language } from '../../shared/language.ts';
import { iconWords } from './icon-words.ts';

export interface IconDatasetOptions {
  /** The number of training icons of each class. Default: all that are not validation icons. */
  readonly numExamples?: number;
  /** The number of pictures of each training icon, each in another style, 1 to 32. Default 4. */
  readonly augment?: number;
  /** The seed of the split, which determines the designers of the validation subset. Default 0. */
  readonly split?: number;
  /** The seed of the choice of training icons and of their styles. Default 0. It does not affect the validation subset. */
  readonly seed?: number;
}

interface CheckedOptions {
  readonly numExamples: number | null;
  readonly augment: number;
  readonly split: number;
  readonly seed: number;
}

const maxSeed = 2 ** 32 - 1;
const maxExamples = 10_000;
const maxCopies = 32;

/** @returns the options with their defaults, or the message about an invalid one */
export function checkOptions(
  { numExamples, augment = 4, split = 0, seed = 0 }: IconDatasetOptions,
  language: Language,
): CheckedOptions | Advice {
  const ranges: readonly (readonly [name: string, value: unknown, min: number, max: number])[] = [
    ['numExamples', numExamples ?? 1, 1, maxExamples],
    ['augment', augment, 1, maxCopies],
    ['split', split, 0, maxSeed],
    ['seed', seed, 0, maxSeed],
  ];
  for (const [name, value, min, max] of ranges) {
    if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) continue;
    return iconWords[language].notInteger(name, min, max, String(value));
  }
  return { numExamples: numExamples ?? null, augment, split, seed };
}
