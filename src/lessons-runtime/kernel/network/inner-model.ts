import type { LayersModel } from '@tensorflow/tfjs';
import type { Container } from './container.ts';

/** The model that does the work: of a `tf.sequential` that was built, the one inside. */
export function innerModel(model: LayersModel): LayersModel {
  const { model: inner } = model as LayersModel & { readonly model?: LayersModel | null };
  return inner ?? model;
}

/** What training moves: the trainable weights as the last `compile` found them; `null` before the first. */
export function compiledWeights(model: LayersModel): LayersModel['trainableWeights'] | null {
  const { collectedTrainableWeights } = innerModel(model) as unknown as Container;
  return collectedTrainableWeights ?? null;
}
