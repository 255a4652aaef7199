import type { LoadScript } from '../lazy-scripts.ts';
import type { TensorFlow } from '../tensorflow.ts';

/**
 * Puts `tf.loadGraphModel` in place, which brings tfjs-converter in when it is first called.
 * The rest of the converter's exports (`GraphModel`, `registerOp`…) are on `tf` from then on.
 */
export function registerLazyGraphModels(tf: TensorFlow, loadScript: LoadScript): void {
  const loadGraphModel = async (...args: Parameters<TensorFlow['loadGraphModel']>) => {
    Object.assign(tf, await loadScript('graph-models'));
    return tf.loadGraphModel(...args);
  };
  Object.assign(tf, { loadGraphModel });
}
