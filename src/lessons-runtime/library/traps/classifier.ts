import type { LayersModel } from '@tensorflow/tfjs';
import { lossesOf } from '../../kernel/network/loss-name.ts';

/** Losses of a classifier by their names in tfjs, Keras's among them. */
const classLosses: ReadonlySet<string> = new Set([
  'categoricalCrossentropy',
  'sparseCategoricalCrossentropy',
  'binaryCrossentropy',
]);

/** How many classes a model's one output tells apart; `null` where it is no classifier, or has several outputs. */
export function classesOf(model: LayersModel): number | null {
  const [name, ...others] = lossesOf(model);
  const [output] = model.outputs;
  if (typeof name !== 'string' || !classLosses.has(name) || others.length > 0 || model.outputs.length !== 1)
    return null;
  const units = output?.shape.length === 2 ? (output.shape[1] ?? null) : null;
  // Each of several binary outputs is a question of its own.
  if (name === 'binaryCrossentropy') return units === 1 ? 2 : null;
  return units;
}
