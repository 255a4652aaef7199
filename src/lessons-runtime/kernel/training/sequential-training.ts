import type { LayersModel } from '@tensorflow/tfjs';
import { modelInside } from '../network/inner-model.ts';
import { replaceMethod } from '../replace-method.ts';
import type { TensorFlow } from '../tensorflow.ts';

/**
 * Lets an error in the training of a `tf.sequential` keep the line of the cell that trains. tfjs hands such a training on
 * to an inner model by `return` alone, where engines lose track of who waits; with `await` they do not.
 */
export function delegateSequentialTraining(tf: TensorFlow): void {
  for (const name of ['fit', 'fitDataset', 'trainOnBatch'] as const) {
    replaceMethod(tf.Sequential.prototype, name, (original) => {
      return async function (this: unknown, ...args: unknown[]) {
        const model = this as LayersModel;
        // Before `compile` there is no inner model, and tfjs says what is missing.
        const inner = model.built ? modelInside(model) : null;
        return await (inner === null ? original.apply(model, args) : Reflect.apply(inner[name], inner, args));
      };
    });
  }
}
