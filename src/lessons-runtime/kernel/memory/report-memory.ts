import type { KernelPort } from '../kernel-port.ts';
import type { TensorFlow } from '../tensorflow.ts';

/** Makes what tells the page how much tfjs has in memory. */
export function createMemoryReport(tf: TensorFlow, post: KernelPort['post']): () => void {
  return () => {
    try {
      const { numTensors, numBytes } = tf.memory();
      post({ type: 'memory', tensors: numTensors, bytes: numBytes, backend: tf.getBackend() });
    } catch {
      // A cell that took tfjs apart goes without; its run ends all the same.
    }
  };
}
