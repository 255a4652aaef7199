import type { KernelPort } from '../kernel-port.ts';
import type { TensorFlow } from '../tensorflow.ts';

/** Returns a function that sends a `memory` message to the page. */
export function createMemoryReport(tf: TensorFlow, post: KernelPort['post']): () => void {
  return () => {
    try {
      const { numTensors, numBytes } = tf.memory();
      post({ type: 'memory', tensors: numTensors, bytes: numBytes, backend: tf.getBackend() });
    } catch {
      // If a cell broke tfjs, no memory is reported, and the run ends normally.
    }
  };
}
