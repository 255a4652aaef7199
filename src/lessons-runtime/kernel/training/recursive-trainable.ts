import type { LayersModel } from '@tensorflow/tfjs';
import { containerPrototype, markTrainable, modelInside } from '../network/inner-model.ts';
import { replaceMethod } from '../replace-method.ts';
import type { TensorFlow } from '../tensorflow.ts';

/**
 * Makes `model.trainable = …` set all layers at any depth, as in Keras (“Recursive setting of the `trainable` attribute”, in its
 * guide to transfer learning).
 *
 * tfjs 4.22 sets only the weights of the direct layers (`engine/container.js`), not the layers' `trainable`, so a
 * BatchNormalization in a frozen model does not know that it is frozen. `tf.sequential` sets all weights again when it is built,
 * so a frozen model that is its first layer trains after all (`Sequential.build`, models.js).
 */
export function makeTrainableRecursive(tf: TensorFlow): void {
  const prototype = containerPrototype(tf);
  const property = Object.getOwnPropertyDescriptor(prototype, 'trainable');
  if (property?.set === undefined) throw new TypeError('no setter of trainable to replace');
  /** The depth of nested `build` calls, during which layers keep their own `trainable`. */
  let building = 0;

  Object.defineProperty(prototype, 'trainable', {
    ...property,
    set(this: LayersModel, trainable: boolean) {
      markTrainable(this, trainable);
      if (building > 0) return;
      for (const layer of this.layers) layer.trainable = trainable;
      const inner = modelInside(this);
      if (inner !== null) markTrainable(inner, trainable);
    },
  });

  replaceMethod(tf.Sequential.prototype, 'build', (build) => {
    return function (this: unknown, ...args: unknown[]) {
      building += 1;
      try {
        return build.apply(this, args);
      } finally {
        building -= 1;
      }
    };
  });
}
