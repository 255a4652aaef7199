import type { LayersModel } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.ts';
import type { Layer } from './layers.ts';

/*
 * What tfjs keeps in models and layers, and its types do not show. Nobody looks there but by these functions.
 */

type Weights = LayersModel['trainableWeights'];

interface Inside {
  trainable_: boolean;
  /** How many models hold the layer; `null` before it is built. */
  _refCount: number | null;
  /** Of a `tf.sequential` that was built: the model that does its work. */
  readonly model?: LayersModel | null;
  /** What training moves: the trainable weights as the last `compile` found them. */
  readonly collectedTrainableWeights?: Weights;
  /** Of a `tf.sequential`. */
  build(): void;
}

function inside(layer: Layer | LayersModel): Inside {
  return layer as unknown as Inside;
}

/** The class of all models in tfjs-layers; it does not export it. */
export function containerPrototype(tf: TensorFlow): object {
  return Object.getPrototypeOf(tf.LayersModel.prototype);
}

/** The model inside a `tf.sequential` that was built; `null` for every other. */
export function modelInside(model: LayersModel): LayersModel | null {
  return inside(model).model ?? null;
}

/** The model that does the work: of a `tf.sequential` that was built, the one inside. */
export function innerModel(model: LayersModel): LayersModel {
  return modelInside(model) ?? model;
}

/** The model that has the graph: of a `tf.sequential`, which is built if need be, the one inside. */
export function graphModel(model: LayersModel): LayersModel {
  if (model.getClassName() === 'Sequential' && modelInside(model) === null) inside(model).build();
  return innerModel(model);
}

/** What training moves: the trainable weights as the last `compile` found them; `null` before the first. */
export function compiledWeights(model: LayersModel): Weights | null {
  return inside(innerModel(model)).collectedTrainableWeights ?? null;
}

/** Marks a model itself as trainable, or not, and none of its layers. */
export function markTrainable(model: LayersModel, trainable: boolean): void {
  inside(model).trainable_ = trainable;
}

/** Counts one more who holds a layer, so that its weights are not freed too soon. */
export function retainLayer(layer: Layer): void {
  const held = inside(layer);
  if (held._refCount !== null) held._refCount += 1;
}
