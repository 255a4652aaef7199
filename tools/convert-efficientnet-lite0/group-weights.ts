import type { NamedWeight } from './collect-weights.ts';
import type { WeightGroup } from './write-artifacts.ts';

/** Puts the classifier in separate files, so that `includeTop: false` does not load it. */
export function groupWeights(weights: readonly NamedWeight[]): WeightGroup[] {
  const isClassifier = ({ name }: NamedWeight): boolean => name.startsWith('logits/');
  return [
    { name: 'backbone', weights: weights.filter((weight) => !isClassifier(weight)) },
    { name: 'classifier', weights: weights.filter(isClassifier) },
  ];
}
