import type { NamedWeight } from './collect-weights.ts';
import type { WeightGroup } from './write-artifacts.ts';

/**
 * Puts the classifier in separate files, so that `includeTop: false` does not load it.
 * @param classifier the name of its layer
 */
export function groupWeights(weights: readonly NamedWeight[], classifier = 'logits'): WeightGroup[] {
  const isClassifier = ({ name }: NamedWeight): boolean => name.startsWith(`${classifier}/`);
  return [
    { name: 'backbone', weights: weights.filter((weight) => !isClassifier(weight)) },
    { name: 'classifier', weights: weights.filter(isClassifier) },
  ];
}
