import type { Tensor, Tensor1D } from '@tensorflow/tfjs';
import { accuracy, confusionMatrix, perClassAccuracy } from '@tensorflow/tfjs-vis/dist/util/math';
import type { TensorFlow } from '../kernel/tensorflow.ts';
import { provideCore } from './maths-core.ts';

/** Creates `tfvis.metrics`: tfjs-vis's functions, computed in the worker. */
export function createMetrics(tf: TensorFlow) {
  provideCore(tf);
  return {
    accuracy,
    perClassAccuracy,
    /** tfjs-vis's function, without its leak of two tensors in each call. */
    async confusionMatrix(
      labels: Tensor1D,
      predictions: Tensor1D,
      numClasses?: number,
      weights?: Tensor1D,
    ): Promise<number[][]> {
      const casts: Tensor[] = [];
      try {
        return await confusionMatrix(
          recordingCasts(tf, labels, casts),
          recordingCasts(tf, predictions, casts),
          numClasses,
          weights,
        );
      } finally {
        tf.dispose(casts);
      }
    },
  };
}

/** Returns a tensor whose `cast` adds its results to `casts`. Values of other types are returned unchanged. */
function recordingCasts(tf: TensorFlow, tensor: Tensor1D, casts: Tensor[]): Tensor1D {
  if (!(tensor instanceof tf.Tensor)) return tensor;
  const recording: Tensor1D = Object.create(tensor, {
    cast: {
      value(...args: Parameters<Tensor['cast']>) {
        const cast = tensor.cast(...args);
        casts.push(cast);
        return cast;
      },
    },
  });
  return recording;
}
