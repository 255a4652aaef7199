import type { LayersModel } from '@tensorflow/tfjs';
import type { Output } from '../../protocol/output.ts';

/** One row a layer: its name, kind, output shape, parameters, and whether training may move it. */
export function modelPart(model: LayersModel): Extract<Output, { kind: 'model' }> {
  const layers = model.layers.map((layer) => ({
    name: layer.name,
    type: layer.getClassName(),
    outputShape: shapeText(layer.outputShape),
    parameters: layer.countParams(),
    trainable: layer.trainable,
  }));
  const sum = (list: typeof layers) => list.reduce((total, layer) => total + layer.parameters, 0);
  return {
    kind: 'model',
    name: model.name,
    layers,
    parameters: sum(layers),
    trainableParameters: sum(layers.filter((layer) => layer.trainable)),
  };
}

function shapeText(shape: LayersModel['layers'][number]['outputShape']): string {
  const dimensions: readonly unknown[] = shape;
  if (dimensions.some(Array.isArray)) return dimensions.map((inner) => `[${String(inner)}]`).join(' ');
  return `[${dimensions.map((dimension) => (dimension === null ? '?' : String(dimension))).join(', ')}]`;
}
