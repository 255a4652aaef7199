import type { Advice } from '../../shared/advice.ts';
import { formatFor } from '../../shared/format.ts';
import type { Language } from '../../shared/language.ts';
import { checkWords, type DescribedTensor } from './check-words.ts';
import type { TensorSummary } from './tensor-summary.ts';

/** Significant digits in messages: enough to show that a sum of probabilities is not 1. */
const digits = 4;

/** Reports NaN and infinite values. @returns `null` if all values are finite */
export function checkFinite(
  tensor: DescribedTensor,
  { nonFinite, firstNonFiniteSample }: TensorSummary,
  language: Language,
): Advice | null {
  return nonFinite === 0 ? null : checkWords[language].nonFinite(tensor, nonFinite, firstNonFiniteSample);
}

/**
 * Checks that label values are in the range that the loss requires.
 * @param loss tfjs's name of the loss; labels of any other loss are not checked
 * @returns `null` if they are
 */
export function checkLabels(
  ys: DescribedTensor,
  { min, max, areIntegers, rowSums }: TensorSummary,
  classes: number | null,
  loss: string | null,
  language: Language,
): Advice | null {
  const words = checkWords[language];
  const number = (value: number) => formatFor(language).number(value, digits);
  switch (loss) {
    case 'sparseCategoricalCrossentropy':
      if (!areIntegers) return words.notInteger(ys);
      if (classes === null || (min >= 0 && max < classes)) return null;
      return words.labelRange(ys, number(min < 0 ? min : max), classes);
    case 'binaryCrossentropy':
      return min >= 0 && max <= 1 ? null : words.notProbabilities(ys, range(min, max, number), loss);
    case 'categoricalCrossentropy': {
      if (min < 0 || max > 1) return words.notProbabilities(ys, range(min, max, number), loss);
      const wrongSum = rowSums.find((sum) => Math.abs(sum - 1) > 0.01);
      return wrongSum === undefined ? null : words.notProbabilities(ys, `Σ = ${number(wrongSum)}`, loss);
    }
    default:
      return null;
  }
}

/** Returns a hint if `xs` looks like images with unscaled pixels, from 0 to 255; `null` otherwise. */
export function pixelRangeHint(
  xs: DescribedTensor,
  { min, max }: TensorSummary,
  language: Language,
): string | null {
  const areImages = xs.shape.length === 4 && [1, 3].includes(xs.shape[3] ?? 0);
  if (!areImages || min < 0 || max <= 2 || max > 255) return null;
  const { number } = formatFor(language);
  return checkWords[language].pixels(xs, number(min, digits), number(max, digits));
}

function range(min: number, max: number, number: (value: number) => string): string {
  return `${number(min)} … ${number(max)}`;
}
