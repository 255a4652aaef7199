import { LazyIterator } from '@tensorflow/tfjs-data/dist/iterators/lazy_iterator';
import type { TensorFlow } from '../../src/lessons-runtime/kernel/tensorflow.ts';

/**
 * Saves what a kernel changes in the process's tfjs, `Math` and `console`.
 * @returns a function that restores it, as the end of a worker would
 */
export function rememberTfjs(tf: TensorFlow): () => void {
  const batchNormalization = tf.layers.batchNormalization();
  const objects: readonly object[] = [
    Math,
    console,
    tf.engine(),
    tf.LayersModel.prototype,
    Object.getPrototypeOf(tf.LayersModel.prototype),
    tf.Sequential.prototype,
    tf.layers.Layer.prototype,
    Object.getPrototypeOf(batchNormalization),
    tf.data.Dataset.prototype,
    LazyIterator.prototype,
  ];
  const remembered = objects.map((object) => [object, Object.getOwnPropertyDescriptors(object)] as const);
  return () => {
    for (const [object, properties] of remembered) {
      for (const name of Reflect.ownKeys(object)) {
        const { [name as string]: before } = properties;
        const now = Object.getOwnPropertyDescriptor(object, name);
        // Changed data (an engine's counters, its backend) is not a patch.
        if (typeof now?.value !== 'function' && now?.set === undefined) continue;
        if (before === undefined) Reflect.deleteProperty(object, name);
        else Object.defineProperty(object, name, before);
      }
    }
  };
}
