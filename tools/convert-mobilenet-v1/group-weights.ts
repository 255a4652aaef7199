import type { NamedWeight } from '../convert-efficientnet-lite0/collect-weights.ts';
import type { WeightGroup } from '../convert-efficientnet-lite0/write-artifacts.ts';

/** Puts the classifier into separate files, so that `includeTop: false` need not fetch them. */
export function groupWeights(weights: readonly NamedWeight[]): WeightGroup[] {
  const isClassifier = ({ name }: NamedWeight): boolean => name.startsWith('conv_preds/');
  return [
    { name: 'backbone', weights: weights.filter((weight) => !isClassifier(weight)) },
    { name: 'classifier', weights: weights.filter(isClassifier) },
  ];
}
