import type { LayersModel } from '@tensorflow/tfjs';
import type { Language } from '../../shared/language.ts';
import { compiledWeights } from '../network/inner-model.ts';
import { leafLayers } from '../network/layers.ts';
import { replaceMethod } from '../replace-method.ts';
import type { TensorFlow } from '../tensorflow.ts';
import { kerasWords } from './keras-words.ts';
import { TrainingError } from './training-error.ts';

type Weights = LayersModel['trainableWeights'];

/**
 * Detects at the start of a training (`fit`, `fitDataset`, `trainOnBatch`) that `trainable` was changed without a following
 * `compile`, and warns once for each change with the names of the layers.
 *
 * In Keras the values at `compile` hold “until compile is called again” (guide to transfer learning). In tfjs 4.22 only half of
 * them do: layers frozen at `compile` silently stay frozen, but layers frozen later stop training at once. tfjs only warns in
 * the browser's console if the numbers of weights differ.
 *
 * @param warn shows a text in the cell that trains
 * @throws {TrainingError} from the training if it would update no weight at all
 */
export function checkCompile(tf: TensorFlow, language: Language, warn: (text: string) => void): void {
  const warned = new WeakMap<LayersModel, string>();

  function check(model: LayersModel): void {
    const compiled = compiledWeights(model);
    // Not compiled, which tfjs reports.
    if (compiled === null) return;
    const now: Weights = model.trainableWeights;
    const words = kerasWords[language];
    if (!compiled.some((weight) => now.includes(weight))) {
      const unfrozen = layersOf(model, now);
      throw new TrainingError(unfrozen.length > 0 ? words.unfrozenSince(unfrozen) : words.allFrozen);
    }
    const stillFrozen = layersOf(model, difference(now, compiled));
    const frozenSince = layersOf(model, difference(compiled, now));
    const change = JSON.stringify([stillFrozen, frozenSince]);
    if (change === (warned.get(model) ?? '[[],[]]')) return;
    warned.set(model, change);
    if (stillFrozen.length > 0) warn(words.stillFrozen(stillFrozen));
    if (frozenSince.length > 0) warn(words.frozenSince(frozenSince));
  }

  replaceMethod<LayersModel>(tf.LayersModel.prototype, 'makeTrainFunction', (makeTrainFunction) => {
    return function (...args) {
      check(this);
      return makeTrainFunction.apply(this, args);
    };
  });
  // Its warning would repeat ours.
  replaceMethod(tf.LayersModel.prototype, 'checkTrainableWeightsConsistency', () => () => {});
}

function difference(weights: Weights, others: Weights): Weights {
  const excluded = new Set(others);
  return weights.filter((weight) => !excluded.has(weight));
}

/** Returns the names of the layers that own any of the weights. */
function layersOf(model: LayersModel, weights: Weights): readonly string[] {
  if (weights.length === 0) return [];
  const set = new Set(weights);
  return leafLayers(model)
    .filter((layer) => layer.weights.some((weight) => set.has(weight)))
    .map(({ name }) => name);
}
