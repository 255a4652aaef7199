import type { LayersModel } from '@tensorflow/tfjs';
import { isModel, type Layer } from '../../kernel/network/layers.ts';

/** A model in which the boundary lies, and how many of its own layers are frozen whole. */
interface Step {
  readonly model: LayersModel;
  /** Where it is in the model around it; -1 for the outermost. */
  readonly place: number;
  readonly frozen: number;
}

/** How many layers there are, those of the models within counted and the models themselves not. */
export function leafCount(layer: Layer | LayersModel): number {
  return isModel(layer) ? layer.layers.reduce((sum, inner) => sum + leafCount(inner), 0) : 1;
}

/** The models that the boundary cuts, from the outermost in. */
function stepsTo(model: LayersModel, frozen: number, place = -1): readonly Step[] {
  let left = frozen;
  for (const [index, layer] of model.layers.entries()) {
    const size = leafCount(layer);
    if (left < size) {
      const step = { model, place, frozen: index };
      return left > 0 && isModel(layer) ? [step, ...stepsTo(layer, left, index)] : [step];
    }
    left -= size;
  }
  return [{ model, place, frozen: model.layers.length }];
}

/** Freezes the first `frozen` of a model's layers, those of models within counted one by one, and thaws the others. */
export function freezeUpTo(model: LayersModel, frozen: number): void {
  for (const { model: cut, frozen: whole } of stepsTo(model, frozen)) {
    // A frozen model moves nothing, whatever its layers say.
    if (!cut.trainable) cut.trainable = true;
    cut.layers.forEach((layer, index) => {
      layer.trainable = index >= whole;
    });
  }
}

/**
 * The line of TypeScript that does what `freezeUpTo` does.
 *
 * @param nameOf the name that the lesson has for a model; `null` where it has none
 */
export function freezeLine(
  model: LayersModel,
  frozen: number,
  nameOf: (model: LayersModel) => string | null,
): string {
  const steps = stepsTo(model, frozen);
  const [outermost] = steps;
  let name = nameOf(model) ?? 'model';
  if (outermost !== undefined && steps.length === 1) {
    if (outermost.frozen === 0) return `${name}.trainable = true;`;
    if (outermost.frozen === model.layers.length) return `${name}.trainable = false;`;
  }
  const statements = steps.map(({ model: cut, place, frozen: whole }) => {
    if (place >= 0) name = nameOf(cut) ?? `(${name}.layers[${place}] as tf.LayersModel)`;
    if (whole === 0) return `${name}.trainable = true;`;
    const thaw = place < 0 && !model.trainable ? `${name}.trainable = true; ` : '';
    return `${thaw}${name}.layers.forEach((layer, i) => { layer.trainable = i >= ${whole}; });`;
  });
  return statements.join(' ');
}
