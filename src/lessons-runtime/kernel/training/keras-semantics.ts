import type { Language } from '../../shared/language.ts';
import type { TensorFlow } from '../tensorflow.ts';
import { checkCompile } from './compile-check.ts';
import { freezeBatchNormalization } from './frozen-batch-normalization.ts';
import { makeTrainableRecursive } from './recursive-trainable.ts';

/**
 * Makes tfjs freeze and train as Keras means it, once for each worker: what a learner reads in Keras's documentation
 * about `trainable` is to be true here. Each part says what Keras does, since when, and what tfjs does instead.
 * @param warn shows a sentence in the cell that runs
 */
export function applyKerasSemantics(tf: TensorFlow, language: Language, warn: (text: string) => void): void {
  freezeBatchNormalization(tf);
  makeTrainableRecursive(tf);
  checkCompile(tf, language, warn);
}
