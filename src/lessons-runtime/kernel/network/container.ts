import type { LayersModel } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.ts';

export type Layer = Pick<
  LayersModel['layers'][number],
  'name' | 'trainable' | 'trainableWeights' | 'weights'
>;

/** A model as tfjs has it inside, of which its types show less: what nests layers, and what `compile` left. */
export interface Container extends Layer {
  readonly layers: readonly (Layer | Container)[];
  trainable_: boolean;
  /** Of a `Sequential` that was built: the model that does its work. */
  readonly model?: Container | null;
  /** What training moves: the trainable weights as the last `compile` found them. */
  readonly collectedTrainableWeights?: Layer['trainableWeights'];
}

/** The class of all models in tfjs-layers; it does not export it. */
export function containerPrototype(tf: TensorFlow): object {
  return Object.getPrototypeOf(tf.LayersModel.prototype);
}

export function isContainer(layer: Layer): layer is Container {
  return 'layers' in layer && Array.isArray(layer.layers);
}

/** The layers that hold weights themselves, those of nested models among them, in order. */
export function leafLayers(model: Container): readonly Layer[] {
  return model.layers.flatMap((layer) => (isContainer(layer) ? leafLayers(layer) : [layer]));
}
