import type { LayersModel } from '@tensorflow/tfjs';
import { containerPrototype, markTrainable, modelInside } from '../network/inner-model.ts';
import { replaceMethod } from '../replace-method.ts';
import type { TensorFlow } from '../tensorflow.ts';

/**
 * Makes `model.trainable = …` reach every layer inside, at any depth, as Keras does (“Recursive setting of the `trainable`
 * attribute”, in its guide to transfer learning).
 *
 * tfjs 4.22 marks the weights of the layers right inside (`engine/container.js`) and leaves the layers' own `trainable` as
 * it was, so that a frozen model's BatchNormalization does not know that it is frozen; and `tf.sequential` marks all of
 * them anew when it is built, so that a frozen model put first into one trains after all (`Sequential.build`, models.js).
 */
export function makeTrainableRecursive(tf: TensorFlow): void {
  const prototype = containerPrototype(tf);
  const property = Object.getOwnPropertyDescriptor(prototype, 'trainable');
  if (property?.set === undefined) throw new TypeError('no setter of trainable to replace');
  /** A model that is only put together out of layers which have their own say. */
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
