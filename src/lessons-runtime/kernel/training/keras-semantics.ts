import type { Language } from '../../shared/language.ts';
import type { TensorFlow } from '../tensorflow.ts';
import { checkCompile } from './compile-check.ts';
import { freezeBatchNormalization } from './frozen-batch-normalization.ts';
import { makeTrainableRecursive } from './recursive-trainable.ts';

/**
 * Makes `trainable` of tfjs behave as documented by Keras. Call it once in each worker. Each part documents what Keras does and
 * what tfjs does instead.
 *
 * @param warn shows a text in the running cell
 */
export function applyKerasSemantics(tf: TensorFlow, language: Language, warn: (text: string) => void): void {
  freezeBatchNormalization(tf);
  makeTrainableRecursive(tf);
  checkCompile(tf, language, warn);
}
