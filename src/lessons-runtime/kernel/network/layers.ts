import type { LayersModel } from '@tensorflow/tfjs';

export type Layer = LayersModel['layers'][number];

/** Returns whether an untrusted value has layers, as a model has. */
export function hasLayers(value: unknown): value is { readonly layers: readonly Layer[] } {
  return typeof value === 'object' && value !== null && 'layers' in value && Array.isArray(value.layers);
}

/** Returns whether an untrusted value has weights, as a layer has. */
export function hasWeights(value: unknown): value is Pick<Layer, 'getWeights' | 'weights'> {
  const { getWeights, weights }: Partial<Layer> = Object(value);
  return typeof getWeights === 'function' && Array.isArray(weights);
}

/** Returns whether a layer is a nested model. */
export function isModel(layer: Layer | LayersModel): layer is LayersModel {
  return hasLayers(layer) && layer.layers.length > 0;
}

/** Returns the layers of a model and of its nested models, in order; nested models themselves are not included. */
export function leafLayers(model: { readonly layers: readonly Layer[] }): readonly Layer[] {
  return model.layers.flatMap((layer) => (isModel(layer) ? leafLayers(layer) : [layer]));
}

export function isBatchNormalization(layer: Layer): boolean {
  return layer.getClassName() === 'BatchNormalization';
}
