import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../kernel/tensorflow.ts';
import type { Language } from '../../shared/language.ts';
import { ArgumentError } from '../argument-error.ts';
import { predictAll } from '../features/extract-features.ts';
import { transferWords } from '../transfer-words.ts';
import { readLabels } from './read-labels.ts';
import { asProbabilities, type Score, scorePredictions } from './score-predictions.ts';

/**
 * Predicts all examples, batch by batch, and compares the predictions with the labels: `xs` is what the model's input takes,
 * [n, …]; `ys` are class numbers [n] or one-hot rows [n, classes].
 * @throws {ArgumentError} if examples, labels and the model's output do not match
 */
export async function scoreModel(
  tf: TensorFlow,
  model: LayersModel,
  [xs, ys]: readonly [Tensor, Tensor],
  language: Language,
  batchSize = 32,
): Promise<{ readonly score: Score; readonly classes: number }> {
  const words = transferWords[language];
  const [total = 0] = xs.shape;
  if (total === 0 || ys.shape[0] !== total)
    throw new ArgumentError(words.reportCounts(total, ys.shape[0] ?? 0));
  const { shape, values } = await predictAll(tf, model, xs, total, batchSize, () => {});
  if (shape.length !== 2) throw new ArgumentError(words.reportOutput(shape));
  const { classes, rows } = asProbabilities(values, shape[1] ?? 1);
  const labels = await readLabels(ys, classes);
  if (labels === null) throw new ArgumentError(words.reportLabels(ys.shape, classes));
  return { score: scorePredictions(rows, labels, classes), classes };
}
