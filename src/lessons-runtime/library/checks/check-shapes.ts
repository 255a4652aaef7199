import type { Advice } from '../../shared/advice.ts';
import type { Language } from '../../shared/language.ts';
import type { Shape } from '../shape.ts';
import { checkWords, type DescribedTensor } from './check-words.ts';

/** Compares an input's shape with the model's. @returns `null` if they match */
export function checkInputShape(xs: DescribedTensor, expected: Shape, language: Language): Advice | null {
  const words = checkWords[language];
  if (xs.shape[0] === 0) return words.empty(xs);
  if (matches(xs.shape, expected)) return null;
  // tfjs expands a tensor [n] to [n, 1].
  if (xs.shape.length === 1 && matches([...xs.shape, 1], expected)) return null;
  if (xs.shape.length === expected.length - 1 && matches([1, ...xs.shape], expected))
    return words.batchAxis(xs, expected);
  return words.shape(xs, expected);
}

/**
 * Compares the number of labels with that of the inputs, and their shape with the output's, as the loss requires.
 * @param loss tfjs's name of the loss; `null` for a function of the learner's, which may accept any shape
 * @returns `null` if they match
 */
export function checkTargetShape(
  xs: DescribedTensor,
  ys: DescribedTensor,
  output: Shape,
  loss: string | null,
  language: Language,
): Advice | null {
  const words = checkWords[language];
  if (xs.shape[0] !== ys.shape[0]) return words.counts(xs, ys);
  const classes = output.at(-1) ?? null;
  const column = ys.shape.length === 1 ? [...ys.shape, 1] : ys.shape;
  if (loss === 'sparseCategoricalCrossentropy') {
    if (matches(column, [...output.slice(0, -1), 1])) return null;
    if (matches(column, output)) return words.oneHotForSparse(ys);
    return words.targetShape(ys, [...output.slice(0, -1), 1]);
  }
  if (matches(column, output)) return null;
  if (loss === 'categoricalCrossentropy' && classes !== null && column.length === output.length) {
    if (column.at(-1) === 1) return words.notOneHot(ys, classes);
    return words.classCount(ys, classes);
  }
  return loss === null ? null : words.targetShape(ys, output);
}

/** Compares two shapes except for the batch axis; `null` in `expected` matches any size. */
function matches(shape: Shape, expected: Shape): boolean {
  return (
    shape.length === expected.length &&
    expected.every((size, axis) => axis === 0 || size === null || size === shape[axis])
  );
}
