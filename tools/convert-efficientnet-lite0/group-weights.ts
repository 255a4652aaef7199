import type { NamedWeight } from './collect-weights.ts';
import type { WeightGroup } from './write-artifacts.ts';

/** The classifier in files of its own, so that `includeTop: false` need not fetch it. */
export function groupWeights(weights: readonly NamedWeight[]): WeightGroup[] {
  const isClassifier = ({ name }: NamedWeight): boolean => name.startsWith('logits/');
  return [
    { name: 'backbone', weights: weights.filter((weight) => !isClassifier(weight)) },
    { name: 'classifier', weights: weights.filter(isClassifier) },
  ];
}
