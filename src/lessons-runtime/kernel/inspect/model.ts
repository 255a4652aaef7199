import type { LayersModel } from '@tensorflow/tfjs';
import type { OutputOf } from '../../protocol/output.ts';
import { shapeText } from '../../shared/format.ts';
import { isModel, type Layer } from '../network/layers.ts';
import { parameterCount } from '../network/parameter-count.ts';

type Row = OutputOf<'model'>['layers'][number];

interface MeasuredLayer {
  readonly layer: Layer;
  readonly row: Row;
  /** The number of parameters that training updates. */
  readonly trainable: number;
}

/** Returns the part that shows a model, with one row for each layer. */
export function modelPart(model: LayersModel): OutputOf<'model'> {
  return part(model.name, measuredLayers(model));
}

/** Returns the layers of a model and of its nested models, in order, with their parameter counts. */
export function measuredLayers(model: LayersModel): readonly MeasuredLayer[] {
  return measureModel(model, true);
}

/** Returns the part that shows a single layer, which may not belong to a model yet. */
export function layerPart(layer: Layer): OutputOf<'model'> {
  return part(layer.name, [measureLayer(layer, true)]);
}

function part(name: string, layers: readonly MeasuredLayer[]): OutputOf<'model'> {
  return {
    kind: 'model',
    name,
    layers: layers.map(({ row }) => row),
    parameters: layers.reduce((total, { row }) => total + (row.parameters ?? 0), 0),
    trainableParameters: layers.reduce((total, { trainable }) => total + trainable, 0),
  };
}

/**
 * @param isParentTrainable whether all enclosing models are trainable
 * @param block the outermost nested model that contains `model`
 */
function measureModel(
  model: LayersModel,
  isParentTrainable: boolean,
  block?: string,
): readonly MeasuredLayer[] {
  const isTrainable = isParentTrainable && model.trainable;
  return model.layers.flatMap((layer) =>
    isModel(layer)
      ? measureModel(layer, isTrainable, block ?? layer.name)
      : [measureLayer(layer, isTrainable, block)],
  );
}

function measureLayer(layer: Layer, isParentTrainable: boolean, block?: string): MeasuredLayer {
  const parameters = layer.built ? layer.countParams() : null;
  // Two of the four weights of BatchNormalization, its moving statistics, are not trainable.
  const trainable = isParentTrainable ? parameterCount(layer.trainableWeights) : 0;
  const row = {
    name: layer.name,
    type: layer.getClassName(),
    outputShape: outputShape(layer),
    parameters,
    trainable: parameters ? trainable > 0 : isParentTrainable && layer.trainable,
    ...(block !== undefined && { block }),
  };
  return { layer, row, trainable };
}

/** Returns the shapes of all outputs of a layer, separated by spaces; `?` for a layer that has no input yet. */
function outputShape(layer: Layer): string {
  let shapes: Layer['outputShape'];
  try {
    shapes = layer.outputShape;
  } catch {
    return '?';
  }
  return isList(shapes) ? shapes.map(shapeText).join(' ') : shapeText(shapes);
}

function isList(shapes: Layer['outputShape']): shapes is Extract<Layer['outputShape'], readonly unknown[][]> {
  return shapes.some(Array.isArray);
}
