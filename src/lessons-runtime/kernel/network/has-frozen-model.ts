import type { TensorFlow } from '../tensorflow.ts';

/** Returns whether one of a lesson's values is a model with a frozen layer. */
export function hasFrozenModel(
  tf: TensorFlow,
  held: Iterable<readonly [name: string, value: unknown]>,
): boolean {
  return [...held].some(([, value]) => {
    try {
      return value instanceof tf.LayersModel && value.layers.some(({ trainable }) => !trainable);
    } catch {
      // A learner's object can throw when it is read.
      return false;
    }
  });
}
