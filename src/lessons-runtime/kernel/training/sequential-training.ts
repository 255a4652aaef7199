import type { LayersModel } from '@tensorflow/tfjs';
import { modelInside } from '../network/inner-model.ts';
import { replaceMethod } from '../replace-method.ts';
import type { TensorFlow } from '../tensorflow.ts';

/**
 * Keeps the line of the cell in the stack of an error in the training of a `tf.sequential`. tfjs delegates such a training to an
 * inner model by `return` without `await`, which removes the caller from the engine's async stack.
 */
export function delegateSequentialTraining(tf: TensorFlow): void {
  for (const name of ['fit', 'fitDataset', 'trainOnBatch'] as const) {
    replaceMethod<LayersModel>(tf.Sequential.prototype, name, (original) => {
      return async function (...args) {
        // Before `compile` there is no inner model, and tfjs reports that.
        const inner = this.built ? modelInside(this) : null;
        return await (inner === null ? original.apply(this, args) : Reflect.apply(inner[name], inner, args));
      };
    });
  }
}
