import type { LayersModel } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.ts';

/** The loss of each output, as `compile` was given it: a name, or a function; nothing before the first. */
export function lossesOf(model: LayersModel): readonly unknown[] {
  const loss: unknown = model.loss;
  if (Array.isArray(loss)) return loss;
  return model.outputNames.map((name) =>
    typeof loss === 'object' && loss !== null ? Reflect.get(loss, name) : loss,
  );
}

/** A loss as Keras calls it, also where it is a function of tfjs, whose own name is gone once minified; `null` for no loss. */
export function lossName(tf: TensorFlow, loss: unknown): string | null {
  if (typeof loss === 'string') return loss;
  if (typeof loss !== 'function') return null;
  const known = [...Object.entries(tf.metrics), ...Object.entries(tf.losses)];
  return known.find(([, own]) => own === loss)?.[0] ?? loss.name;
}
