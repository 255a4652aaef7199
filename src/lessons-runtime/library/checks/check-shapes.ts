import type { Advice } from '../../shared/advice.ts';
import type { Language } from '../../shared/language.ts';
import { checkWords, type DescribedTensor, type Shape } from './check-words.ts';

/** `null` where the input's shape fits the model's. */
export function inputProblem(xs: DescribedTensor, expected: Shape, language: Language): Advice | null {
  const words = checkWords[language];
  if (xs.shape[0] === 0) return words.empty(xs);
  if (fits(xs.shape, expected)) return null;
  // tfjs reads a list of numbers as a column.
  if (xs.shape.length === 1 && fits([...xs.shape, 1], expected)) return null;
  if (xs.shape.length === expected.length - 1 && fits([1, ...xs.shape], expected))
    return words.batchAxis(xs, expected);
  return words.shape(xs, expected);
}

/** `null` where the labels fit the inputs in number, and the output and its loss in shape. */
export function targetProblem(
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
    if (fits(column, [...output.slice(0, -1), 1])) return null;
    if (fits(column, output)) return words.oneHotForSparse(ys);
    return words.targetShape(ys, [...output.slice(0, -1), 1]);
  }
  if (fits(column, output)) return null;
  if (loss === 'categoricalCrossentropy' && classes !== null && column.length === output.length) {
    if (column.at(-1) === 1) return words.notOneHot(ys, classes);
    return words.classCount(ys, classes);
  }
  // A loss of the learner's own may compare whatever shapes it likes.
  return loss === null ? null : words.targetShape(ys, output);
}

function fits(shape: Shape, expected: Shape): boolean {
  return (
    shape.length === expected.length &&
    expected.every((size, axis) => axis === 0 || size === null || size === shape[axis])
  );
}
