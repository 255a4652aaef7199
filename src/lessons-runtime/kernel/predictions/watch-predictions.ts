import type { Tensor } from '@tensorflow/tfjs';
import { replaceMethod } from '../replace-method.ts';
import type { TensorFlow } from '../tensorflow.ts';

/**
 * Remembers the input of each `model.predict` for as long as its output exists. It does not keep the input from being disposed.
 * @returns a function that returns the input that a prediction was computed from
 */
export function watchPredictions(tf: TensorFlow): (prediction: object) => Tensor | undefined {
  const inputs = new WeakMap<object, Tensor>();
  replaceMethod(
    tf.LayersModel.prototype,
    'predict',
    (predict) =>
      function (...args) {
        const prediction = predict.apply(this, args);
        const [input] = args;
        if (prediction instanceof tf.Tensor && input instanceof tf.Tensor) inputs.set(prediction, input);
        return prediction;
      },
  );
  return (prediction) => inputs.get(prediction);
}
