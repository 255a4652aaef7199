import type { LayersModel } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.ts';
import type { Layer } from './layers.ts';

/*
 * Access to fields of tfjs's models and layers that its types do not declare. All access goes through these functions.
 */

type Weights = LayersModel['trainableWeights'];

interface PrivateFields {
  trainable_: boolean;
  /** The number of models that contain the layer; `null` before it is built. */
  _refCount: number | null;
  /** The inner model of a `tf.sequential` that is built. */
  readonly model?: LayersModel | null;
  /** The weights that training updates: those that were trainable at the last `compile`. */
  readonly collectedTrainableWeights?: Weights;
  /** Only of a `tf.sequential`. */
  build(): void;
}

function privateFields(layer: Layer | LayersModel): PrivateFields {
  return layer as unknown as PrivateFields;
}

/** Returns the prototype of the class `Container` of tfjs-layers, which is not exported. */
export function containerPrototype(tf: TensorFlow): object {
  return Object.getPrototypeOf(tf.LayersModel.prototype);
}

/** Returns the inner model of a `tf.sequential` that is built; `null` for other models. */
export function modelInside(model: LayersModel): LayersModel | null {
  return privateFields(model).model ?? null;
}

/** Returns the model that trains and predicts: the inner model of a `tf.sequential` that is built, otherwise the model itself. */
export function innerModel(model: LayersModel): LayersModel {
  return modelInside(model) ?? model;
}

/** Returns the model that has the graph: the inner model of a `tf.sequential`, which is built first if necessary. */
export function graphModel(model: LayersModel): LayersModel {
  if (model.getClassName() === 'Sequential' && modelInside(model) === null) privateFields(model).build();
  return innerModel(model);
}

/** Returns the weights that training updates: those that were trainable at the last `compile`; `null` before the first. */
export function compiledWeights(model: LayersModel): Weights | null {
  return privateFields(innerModel(model)).collectedTrainableWeights ?? null;
}

/** Sets the `trainable` flag of a model without changing its layers. */
export function markTrainable(model: LayersModel, trainable: boolean): void {
  privateFields(model).trainable_ = trainable;
}

/** Increments the reference count of a layer, so that disposing of another model does not dispose of its weights. */
export function retainLayer(layer: Layer): void {
  const fields = privateFields(layer);
  if (fields._refCount !== null) fields._refCount += 1;
}
