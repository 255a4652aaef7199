import { replaceMethod } from '../replace-method.ts';
import type { TensorFlow } from '../tensorflow.ts';

type Training = (...args: unknown[]) => Promise<unknown>;

/**
 * Lets an error in the training of a `tf.sequential` keep the line of the cell that trains. tfjs hands such a training on
 * to an inner model by `return` alone, where engines lose track of who waits; with `await` they do not.
 */
export function delegateSequentialTraining(tf: TensorFlow): void {
  for (const name of ['fit', 'fitDataset', 'trainOnBatch'] as const) {
    replaceMethod(tf.Sequential.prototype, name, (original) => {
      return async function (this: unknown, ...args: unknown[]) {
        const { built, model } = this as { built: boolean; model: Record<string, Training> | null };
        // Before `compile` there is no inner model, and tfjs says what is missing.
        const train = built ? model?.[name] : undefined;
        return await (train === undefined ? original.apply(this, args) : train.apply(model, args));
      };
    });
  }
}
