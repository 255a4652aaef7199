import type { LayersModel } from '@tensorflow/tfjs';
import { lossesOf } from '../../kernel/network/loss-name.ts';

/** The losses of classifiers, by their names in tfjs. */
const classifierLosses: ReadonlySet<string> = new Set([
  'categoricalCrossentropy',
  'sparseCategoricalCrossentropy',
  'binaryCrossentropy',
]);

/** Returns the number of classes that a model distinguishes; `null` if it is no classifier, or has several outputs. */
export function classesOf(model: LayersModel): number | null {
  const [name, ...others] = lossesOf(model);
  const [output] = model.outputs;
  const isClassifier = typeof name === 'string' && classifierLosses.has(name);
  if (!isClassifier || others.length > 0 || model.outputs.length !== 1) return null;
  const units = output?.shape.length === 2 ? (output.shape[1] ?? null) : null;
  // With several outputs, `binaryCrossentropy` is multi-label: each output is a separate decision.
  if (name === 'binaryCrossentropy') return units === 1 ? 2 : null;
  return units;
}
