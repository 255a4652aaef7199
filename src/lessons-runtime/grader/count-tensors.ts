import type { Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../kernel/tensorflow.ts';

interface Engine {
  trackTensor(tensor: Tensor, backend: unknown): void;
  disposeTensor(tensor: Tensor): void;
}

/**
 * Counts the tensors that are alive, of those made from now on. The engine's own count is a plain number that any cell can
 * write, so what is made and disposed of is followed here, where none reaches.
 *
 * @returns how many there are; NaN where a cell put something in the way
 */
export function countTensors(tf: TensorFlow): () => number {
  const engine = tf.engine() as unknown as Engine;
  const alive = new Set<Tensor>();
  const { trackTensor, disposeTensor } = engine;
  const follow: Engine = {
    trackTensor(tensor, backend) {
      alive.add(tensor);
      trackTensor.call(engine, tensor, backend);
    },
    disposeTensor(tensor) {
      alive.delete(tensor);
      disposeTensor.call(engine, tensor);
    },
  };
  Object.assign(engine, follow);
  return () =>
    engine.trackTensor === follow.trackTensor && engine.disposeTensor === follow.disposeTensor
      ? alive.size
      : Number.NaN;
}
