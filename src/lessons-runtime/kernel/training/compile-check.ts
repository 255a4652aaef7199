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
 * Catches a change of `trainable` that no `compile` followed, wherever training begins (`fit`, `fitDataset`,
 * `trainOnBatch`), and says which layers are meant; once for each change.
 *
 * In Keras the values at `compile` hold “until compile is called again” (guide to transfer learning). In tfjs 4.22 half of
 * them do: what was frozen then stays so, silently; what is frozen later stops at once; its only word is a warning in the
 * browser's console where the two differ in number.
 *
 * @param warn shows a sentence in the cell that trains
 * @throws {TrainingError} from the training where nothing at all would be moved
 */
export function checkCompile(tf: TensorFlow, language: Language, warn: (text: string) => void): void {
  const told = new WeakMap<LayersModel, string>();

  function check(model: LayersModel): void {
    const compiled = compiledWeights(model);
    // Not compiled: tfjs says so itself.
    if (compiled === null) return;
    const now: Weights = model.trainableWeights;
    const words = kerasWords[language];
    if (!compiled.some((weight) => now.includes(weight))) {
      const thawed = layersOf(model, now);
      throw new TrainingError(thawed.length > 0 ? words.thawedSince(thawed) : words.allFrozen);
    }
    const stillFrozen = layersOf(model, without(now, compiled));
    const frozenSince = layersOf(model, without(compiled, now));
    const change = JSON.stringify([stillFrozen, frozenSince]);
    if (change === (told.get(model) ?? '[[],[]]')) return;
    told.set(model, change);
    if (stillFrozen.length > 0) warn(words.stillFrozen(stillFrozen));
    if (frozenSince.length > 0) warn(words.frozenSince(frozenSince));
  }

  replaceMethod(tf.LayersModel.prototype, 'makeTrainFunction', (makeTrainFunction) => {
    return function (this: unknown, ...args: unknown[]) {
      check(this as LayersModel);
      return makeTrainFunction.apply(this, args);
    };
  });
  // What this says, the page says; twice is once too often.
  replaceMethod(tf.LayersModel.prototype, 'checkTrainableWeightsConsistency', () => () => {});
}

function without(weights: Weights, others: Weights): Weights {
  const known = new Set(others);
  return weights.filter((weight) => !known.has(weight));
}

/** The names of the layers that own one of the weights. */
function layersOf(model: LayersModel, weights: Weights): readonly string[] {
  if (weights.length === 0) return [];
  const wanted = new Set(weights);
  return leafLayers(model)
    .filter((layer) => layer.weights.some((weight) => wanted.has(weight)))
    .map(({ name }) => name);
}
