import type { LayersModel } from '@tensorflow/tfjs';
import type { OutputOf } from '../../protocol/output.ts';
import { shapeText } from '../../shared/format.ts';
import { isModel, type Layer } from '../network/layers.ts';
import { parameterCount } from '../network/parameter-count.ts';

type Row = OutputOf<'model'>['layers'][number];

interface MeasuredLayer {
  readonly layer: Layer;
  readonly row: Row;
  /** Parameters that training moves now. */
  readonly moved: number;
}

/** One row a layer: its name, kind, output shape, parameters, and whether training may move any of them. */
export function modelPart(model: LayersModel): OutputOf<'model'> {
  return part(model.name, measuredLayers(model));
}

/** The layers that hold weights themselves, those of models within the model among them, in order. */
export function measuredLayers(model: LayersModel): readonly MeasuredLayer[] {
  return measuredWithin(model, true);
}

/** A layer on its own, in a model or not yet. */
export function layerPart(layer: Layer): OutputOf<'model'> {
  return part(layer.name, [measured(layer, true)]);
}

function part(name: string, layers: readonly MeasuredLayer[]): OutputOf<'model'> {
  return {
    kind: 'model',
    name,
    layers: layers.map(({ row }) => row),
    parameters: layers.reduce((total, { row }) => total + (row.parameters ?? 0), 0),
    trainableParameters: layers.reduce((total, { moved }) => total + moved, 0),
  };
}

/** A model within the model is a block of its own layers, unless it shows only as a whole. */
function measuredWithin(model: LayersModel, mayMove: boolean, block?: string): readonly MeasuredLayer[] {
  const moves = mayMove && model.trainable;
  return model.layers.flatMap((layer) =>
    isModel(layer) ? measuredWithin(layer, moves, block ?? layer.name) : [measured(layer, moves, block)],
  );
}

function measured(layer: Layer, mayMove: boolean, block?: string): MeasuredLayer {
  const parameters = layer.built ? layer.countParams() : null;
  // Of BatchNormalization's four weights, two are moved otherwise than by training.
  const moved = mayMove ? parameterCount(layer.trainableWeights) : 0;
  const row = {
    name: layer.name,
    type: layer.getClassName(),
    outputShape: outputShape(layer),
    parameters,
    trainable: parameters ? moved > 0 : mayMove && layer.trainable,
    ...(block !== undefined && { block }),
  };
  return { layer, row, moved };
}

/** Of each output, where there are several; `?` for a layer that is in no model yet. */
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
