import type { Advice } from '../../shared/advice.ts';
import { formatFor } from '../../shared/format.ts';
import type { Language } from '../../shared/language.ts';
import { checkWords, type DescribedTensor } from './check-words.ts';
import type { TensorValues } from './tensor-values.ts';

/** Significant digits, enough to tell a sum of probabilities from 1. */
const digits = 4;

/** NaN or an infinity among them. */
export function badValues(tensor: DescribedTensor, values: TensorValues, language: Language): Advice | null {
  return values.bad === 0 ? null : checkWords[language].bad(tensor, values.bad, values.badSample);
}

/** Labels that the loss cannot mean. */
export function labelProblem(
  ys: DescribedTensor,
  { min, max, isWhole, sums }: TensorValues,
  classes: number | null,
  loss: string | null,
  language: Language,
): Advice | null {
  const words = checkWords[language];
  const number = (value: number) => formatFor(language).number(value, digits);
  switch (loss) {
    case 'sparseCategoricalCrossentropy':
      if (!isWhole) return words.notWhole(ys);
      if (classes === null || (min >= 0 && max < classes)) return null;
      return words.labelRange(ys, number(min < 0 ? min : max), classes);
    case 'binaryCrossentropy':
      return min >= 0 && max <= 1 ? null : words.notProbabilities(ys, range(min, max, number), loss);
    case 'categoricalCrossentropy': {
      if (min < 0 || max > 1) return words.notProbabilities(ys, range(min, max, number), loss);
      const odd = sums.find((sum) => Math.abs(sum - 1) > 0.01);
      return odd === undefined ? null : words.notProbabilities(ys, `Σ = ${number(odd)}`, loss);
    }
    default:
      return null;
  }
}

/** A hint where pictures seem to hold pixels from 0 to 255. */
export function pixelHint(
  xs: DescribedTensor,
  { min, max }: TensorValues,
  language: Language,
): string | null {
  const isPictures = xs.shape.length === 4 && [1, 3].includes(xs.shape[3] ?? 0);
  if (!isPictures || min < 0 || max <= 2 || max > 255) return null;
  const { number } = formatFor(language);
  return checkWords[language].pixels(xs, number(min, digits), number(max, digits));
}

function range(min: number, max: number, number: (value: number) => string): string {
  return `${number(min)} … ${number(max)}`;
}
