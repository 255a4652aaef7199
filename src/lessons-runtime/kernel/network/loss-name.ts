import type { LayersModel } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.ts';

/** Returns the loss of each output as passed to `compile`, a name or a function; `undefined` before the first `compile`. */
export function lossesOf(model: LayersModel): readonly unknown[] {
  const loss: unknown = model.loss;
  if (Array.isArray(loss)) return loss;
  return model.outputNames.map((name) =>
    typeof loss === 'object' && loss !== null ? Reflect.get(loss, name) : loss,
  );
}

/**
 * Returns the Keras name of a loss; `null` if there is none. A function of tfjs is looked up by identity, because minification
 * changes its `name`.
 */
export function lossName(tf: TensorFlow, loss: unknown): string | null {
  if (typeof loss === 'string') return loss;
  if (typeof loss !== 'function') return null;
  const known = [...Object.entries(tf.metrics), ...Object.entries(tf.losses)];
  return known.find(([, own]) => own === loss)?.[0] ?? loss.name;
}
