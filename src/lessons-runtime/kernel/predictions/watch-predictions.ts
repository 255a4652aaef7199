import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import { replaceMethod } from '../replace-method.ts';
import type { TensorFlow } from '../tensorflow.ts';

/** What a prediction was computed from. */
export interface PredictionSource {
  readonly model: LayersModel;
  readonly input: Tensor;
}

/**
 * Remembers the model and the input of each `model.predict` for as long as its output exists. It does not keep the input from being disposed.
 * @returns a function that returns what a prediction was computed from
 */
export function watchPredictions(tf: TensorFlow): (prediction: object) => PredictionSource | undefined {
  const sources = new WeakMap<object, PredictionSource>();
  replaceMethod(
    tf.LayersModel.prototype,
    'predict',
    (predict) =>
      function (...args) {
        const prediction = predict.apply(this, args);
        const [input] = args;
        if (prediction instanceof tf.Tensor && input instanceof tf.Tensor && this instanceof tf.LayersModel)
          sources.set(prediction, { model: this, input });
        return prediction;
      },
  );
  return (prediction) => sources.get(prediction);
}
