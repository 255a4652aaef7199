import type { Tensor, Tensor1D } from '@tensorflow/tfjs';
import { accuracy, confusionMatrix, perClassAccuracy } from '@tensorflow/tfjs-vis/dist/util/math';
import type { TensorFlow } from '../kernel/tensorflow.ts';
import { provideCore } from './maths-core.ts';

/** `tfvis.metrics`: tfjs-vis's own, computed where the tensors are. */
export function createMetrics(tf: TensorFlow) {
  provideCore(tf);
  return {
    accuracy,
    perClassAccuracy,
    /** tfjs-vis's own, less the two tensors that it leaves behind at every call. */
    async confusionMatrix(
      labels: Tensor1D,
      predictions: Tensor1D,
      numClasses?: number,
      weights?: Tensor1D,
    ): Promise<number[][]> {
      const casts: Tensor[] = [];
      try {
        return await confusionMatrix(
          keepingCasts(tf, labels, casts),
          keepingCasts(tf, predictions, casts),
          numClasses,
          weights,
        );
      } finally {
        tf.dispose(casts);
      }
    },
  };
}

/** The same tensor, but what is cast from it is put down in `casts`. Anything that is no tensor stays what it is. */
function keepingCasts(tf: TensorFlow, tensor: Tensor1D, casts: Tensor[]): Tensor1D {
  if (!(tensor instanceof tf.Tensor)) return tensor;
  return Object.create(tensor, {
    cast: {
      value(...args: Parameters<Tensor['cast']>) {
        const made = tensor.cast(...args);
        casts.push(made);
        return made;
      },
    },
  }) as Tensor1D;
}
