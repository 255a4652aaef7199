import type { NamedWeight } from '../convert-efficientnet-lite0/collect-weights.ts';
import type { WeightGroup } from '../convert-efficientnet-lite0/write-artifacts.ts';

/** Stores the classifier in files of its own, so that `includeTop: false` need not fetch it. */
export function groupWeights(weights: readonly NamedWeight[]): WeightGroup[] {
  const isClassifier = ({ name }: NamedWeight): boolean => name.startsWith('conv_preds/');
  return [
    { name: 'backbone', weights: weights.filter((weight) => !isClassifier(weight)) },
    { name: 'classifier', weights: weights.filter(isClassifier) },
  ];
}
