import type { LoadScript } from '../lazy-scripts.ts';
import type { TensorFlow } from '../tensorflow.ts';

/**
 * Adds `tf.loadGraphModel`, which loads tfjs-converter when it is first called and adds its other exports (`GraphModel`,
 * `registerOp`…) to `tf`.
 */
export function registerLazyGraphModels(tf: TensorFlow, loadScript: LoadScript): void {
  const loadGraphModel = async (...args: Parameters<TensorFlow['loadGraphModel']>) => {
    Object.assign(tf, await loadScript('graph-models'));
    return tf.loadGraphModel(...args);
  };
  Object.assign(tf, { loadGraphModel });
}
