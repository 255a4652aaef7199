import type { TensorFlow } from '../tensorflow.ts';

/** Returns whether one of a lesson's values is a model of which some layers are frozen and others are not. */
export function hasPartlyFrozenModel(
  tf: TensorFlow,
  held: Iterable<readonly [name: string, value: unknown]>,
): boolean {
  return [...held].some(([, value]) => {
    try {
      if (!(value instanceof tf.LayersModel)) return false;
      // A layer without weights, such as the input, has nothing to freeze.
      const states = value.layers
        .filter(({ weights }) => weights.length > 0)
        .map(({ trainable }) => trainable);
      return states.includes(false) && states.includes(true);
    } catch {
      // A learner's object can throw when it is read.
      return false;
    }
  });
}
