import type { Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../kernel/tensorflow.ts';

/** The engine's methods that are called for every new and every disposed tensor; its types do not declare the first. */
interface Engine {
  trackTensor(tensor: Tensor, backend: unknown): void;
  disposeTensor(tensor: Tensor): void;
}

/**
 * Counts live tensors that are created after the call. The engine's count is not used, because it is a plain number that a cell
 * can overwrite; the counter here is in a closure.
 *
 * @returns a function that returns the number; NaN if a cell replaced the engine's methods
 */
export function countTensors(tf: TensorFlow): () => number {
  const engine = tf.engine() as unknown as Engine;
  const alive = new Set<Tensor>();
  const { trackTensor, disposeTensor } = engine;
  const counting: Engine = {
    trackTensor(tensor, backend) {
      alive.add(tensor);
      trackTensor.call(engine, tensor, backend);
    },
    disposeTensor(tensor) {
      alive.delete(tensor);
      disposeTensor.call(engine, tensor);
    },
  };
  Object.assign(engine, counting);
  return () =>
    engine.trackTensor === counting.trackTensor && engine.disposeTensor === counting.disposeTensor
      ? alive.size
      : Number.NaN;
}
