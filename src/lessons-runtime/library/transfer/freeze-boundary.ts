import type { LayersModel } from '@tensorflow/tfjs';
import { isModel, type Layer } from '../../kernel/network/layers.ts';

/** A model that contains the boundary between frozen and unfrozen layers. */
interface BoundaryModel {
  readonly model: LayersModel;
  /** The model's index in the layers of the model that contains it; -1 for the outermost. */
  readonly index: number;
  /** How many of its own layers are completely frozen. */
  readonly frozen: number;
}

/** Counts a model's layers: those of nested models, but not the nested models themselves. */
export function leafCount(layer: Layer | LayersModel): number {
  return isModel(layer) ? layer.layers.reduce((sum, inner) => sum + leafCount(inner), 0) : 1;
}

/** Returns the models that contain the boundary, outermost first. */
function boundaryModels(model: LayersModel, frozen: number, index = -1): readonly BoundaryModel[] {
  let left = frozen;
  for (const [at, layer] of model.layers.entries()) {
    const size = leafCount(layer);
    if (left < size) {
      const boundary = { model, index, frozen: at };
      return left > 0 && isModel(layer) ? [boundary, ...boundaryModels(layer, left, at)] : [boundary];
    }
    left -= size;
  }
  return [{ model, index, frozen: model.layers.length }];
}

/** Freezes a model's first layers and unfreezes the others. @param frozen how many, counted as by `leafCount` */
export function freezeUpTo(model: LayersModel, frozen: number): void {
  for (const { model: nested, frozen: count } of boundaryModels(model, frozen)) {
    // In a frozen model no layer is trained, whatever its own `trainable`.
    if (!nested.trainable) nested.trainable = true;
    nested.layers.forEach((layer, index) => {
      layer.trainable = index >= count;
    });
  }
}

/**
 * Returns the TypeScript statements that do what `freezeUpTo` does, on one line.
 *
 * @param nameOf returns the name of the lesson's variable that holds a model, if any
 */
export function freezeLine(
  model: LayersModel,
  frozen: number,
  nameOf: (model: LayersModel) => string | null,
): string {
  const boundaries = boundaryModels(model, frozen);
  const [outermost] = boundaries;
  let name = nameOf(model) ?? 'model';
  if (outermost !== undefined && boundaries.length === 1) {
    if (outermost.frozen === 0) return `${name}.trainable = true;`;
    if (outermost.frozen === model.layers.length) return `${name}.trainable = false;`;
  }
  const statements = boundaries.map(({ model: nested, index, frozen: count }) => {
    if (index >= 0) name = nameOf(nested) ?? `(${name}.layers[${index}] as tf.LayersModel)`;
    if (count === 0) return `${name}.trainable = true;`;
    const unfreeze = index < 0 && !model.trainable ? `${name}.trainable = true; ` : '';
    return `${unfreeze}${name}.layers.forEach((layer, i) => { layer.trainable = i >= ${count}; });`;
  });
  return statements.join(' ');
}
