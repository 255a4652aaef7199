import type { ScoredPrediction } from './score-predictions.ts';

/** The number of pictures behind a cell of the confusion matrix. */
const perCell = 12;

/**
 * Returns the first example of each source, in the same order, with the number of examples that share it. Examples with the same
 * source and label are copies of one picture, for example by augmentation.
 * @param sourceOf returns the source of the example at an index
 */
export function oncePerSource(
  examples: readonly ScoredPrediction[],
  sourceOf: (index: number) => string,
): readonly { readonly example: ScoredPrediction; readonly copies: number }[] {
  return grouped(examples, ({ index, label }) => `${label} ${sourceOf(index)}`).flatMap((group) =>
    group[0] === undefined ? [] : [{ example: group[0], copies: group.length }],
  );
}

/**
 * Returns the examples to show behind the cells of a confusion matrix: for each cell the first of each source, mistakes before
 * correct predictions.
 * @param limit the maximum number of all examples
 */
export function examplesByCell(
  examples: readonly ScoredPrediction[],
  sourceOf: (index: number) => string,
  limit: number,
): readonly ScoredPrediction[] {
  const cells = grouped(examples, ({ label, predicted }) => `${label} ${predicted}`);
  const each = Math.max(1, Math.min(perCell, Math.floor(limit / Math.max(1, cells.length))));
  const isRight = ([first]: readonly ScoredPrediction[]) => Number(first?.label === first?.predicted);
  return cells
    .toSorted((one, other) => isRight(one) - isRight(other))
    .flatMap((cell) => oncePerSource(cell, sourceOf).slice(0, each))
    .map(({ example }) => example)
    .slice(0, limit);
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key) ?? [];
    group.push(item);
    groups.set(key, group);
  }
  return [...groups.values()];
}
