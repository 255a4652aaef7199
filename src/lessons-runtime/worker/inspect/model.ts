import type { LayersModel } from '@tensorflow/tfjs';
import type { Output } from '../../protocol/output.ts';

type Layer = LayersModel['layers'][number];

/** One row a layer: its name, kind, output shape, parameters, and whether training may move any of them. */
export function modelPart(model: LayersModel): Extract<Output, { kind: 'model' }> {
  const rows = model.layers.map((layer) => {
    const parameters = layer.countParams();
    const moved = model.trainable ? sizeOf(layer.trainableWeights) : 0;
    return {
      moved,
      row: {
        name: layer.name,
        type: layer.getClassName(),
        outputShape: shapeText(layer),
        parameters,
        trainable: parameters > 0 ? moved > 0 : model.trainable && layer.trainable,
      },
    };
  });
  return {
    kind: 'model',
    name: model.name,
    layers: rows.map(({ row }) => row),
    parameters: rows.reduce((total, { row }) => total + row.parameters, 0),
    trainableParameters: rows.reduce((total, { moved }) => total + moved, 0),
  };
}

/** Of the weights that training moves now: of BatchNormalization's four, two are moved otherwise. */
function sizeOf(weights: Layer['trainableWeights']): number {
  return weights.reduce(
    (total, { shape }) => total + shape.reduce<number>((size, n) => size * (n ?? 0), 1),
    0,
  );
}

/** `?` where any size will do. */
function shapeText(layer: Layer): string {
  const dimensions: readonly unknown[] = layer.outputShape;
  if (dimensions.some(Array.isArray)) return dimensions.map((inner) => `[${String(inner)}]`).join(' ');
  return `[${dimensions.map((dimension) => (dimension === null ? '?' : String(dimension))).join(', ')}]`;
}
