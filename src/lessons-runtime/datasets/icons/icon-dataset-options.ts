import type { Advice } from '../../shared/advice.ts';
import type { Language } from '../../shared/language.ts';
import { iconWords } from './icon-words.ts';

export interface IconDatasetOptions {
  /** Icons of each class to train with; all that the split leaves where it is left out. */
  readonly numExamples?: number;
  /** Pictures made of each training icon, each in another look: 1 to 32, 4 where it is left out. */
  readonly augment?: number;
  /** Seed of the split by designers: which of them are kept for validation. 0 where it is left out. */
  readonly split?: number;
  /** Seed of which icons are trained with and how they look. 0 where it is left out. Validation does not depend on it. */
  readonly seed?: number;
}

export interface CheckedOptions {
  readonly numExamples: number | null;
  readonly augment: number;
  readonly split: number;
  readonly seed: number;
}

const largestSeed = 2 ** 32 - 1;
const mostExamples = 10_000;
const mostCopies = 32;

/** @returns the options with their defaults, or why they cannot be taken */
export function checkOptions(
  { numExamples, augment = 4, split = 0, seed = 0 }: IconDatasetOptions,
  language: Language,
): CheckedOptions | Advice {
  const ranges: readonly (readonly [name: string, value: unknown, least: number, most: number])[] = [
    ['numExamples', numExamples ?? 1, 1, mostExamples],
    ['augment', augment, 1, mostCopies],
    ['split', split, 0, largestSeed],
    ['seed', seed, 0, largestSeed],
  ];
  for (const [name, value, least, most] of ranges) {
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) continue;
    return iconWords[language].notWhole(name, least, most, String(value));
  }
  return { numExamples: numExamples ?? null, augment, split, seed };
}
