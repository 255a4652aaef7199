import type { LayersModel } from '@tensorflow/tfjs';

export type Layer = LayersModel['layers'][number];

/** Whether something has layers, as a model has; it may come from a cell. */
export function hasLayers(value: unknown): value is { readonly layers: readonly Layer[] } {
  return typeof value === 'object' && value !== null && 'layers' in value && Array.isArray(value.layers);
}

/** Whether something has weights, as a layer has; it may come from a cell. */
export function hasWeights(value: unknown): value is Pick<Layer, 'getWeights' | 'weights'> {
  const { getWeights, weights } = Object(value) as Partial<Layer>;
  return typeof getWeights === 'function' && Array.isArray(weights);
}

/** Whether a layer is a model within a model. */
export function isModel(layer: Layer | LayersModel): layer is LayersModel {
  return hasLayers(layer) && layer.layers.length > 0;
}

/** The layers that hold weights themselves, those of nested models among them, in order. */
export function leafLayers(model: { readonly layers: readonly Layer[] }): readonly Layer[] {
  return model.layers.flatMap((layer) => (isModel(layer) ? leafLayers(layer) : [layer]));
}

export function isBatchNormalization(layer: Layer): boolean {
  return layer.getClassName() === 'BatchNormalization';
}
