import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../kernel/tensorflow.ts';
import { readLabels } from '../evaluation/read-labels.ts';
import { asProbabilities, onlyClassPredicted, scorePredictions } from '../evaluation/score-predictions.ts';

/** A smaller head may be meant for classes that these data lack. */
const minUnits = 8;

/**
 * Detects a head that is likely of an earlier task: it has at least four times as many outputs as the labels have classes.
 * @param ys class numbers [n] or one-hot rows [n, classes]
 * @returns the number of classes among the labels; `null` if nothing was detected
 */
export async function classesOfOldHead(model: LayersModel, ys: Tensor): Promise<number | null> {
  const units = model.outputs[0]?.shape.at(-1) ?? 0;
  if (units < minUnits) return null;
  const labels = await readLabels(ys, units);
  const classes = new Set(labels).size;
  return labels !== null && classes > 0 && classes * 4 <= units ? classes : null;
}

/** Returns whether the last layer is a softmax of one output, which is always 1. */
export function isSoftmaxOfOne(model: LayersModel): boolean {
  const config = model.layers.at(-1)?.getConfig();
  return model.outputs[0]?.shape.at(-1) === 1 && config?.['activation'] === 'softmax';
}

/** The most examples that are predicted. */
const maxExamples = 32;

/**
 * Detects a model that predicts the same class for examples of several classes, on examples spread over a data set.
 * @returns the class and the number of examples; `null` if nothing was detected
 */
export async function classPredictedForAll(
  tf: TensorFlow,
  model: LayersModel,
  xs: Tensor,
  ys: Tensor,
): Promise<{ readonly label: number; readonly examples: number } | null> {
  const [rows = 0] = xs.shape;
  const examples = Math.min(maxExamples, rows);
  const indices = Array.from({ length: examples }, (_, at) => Math.floor((at * rows) / examples));
  const tensors = tf.tidy(() => ({
    outputs: [model.predict(tf.gather(xs, indices))].flat(),
    labels: tf.gather(ys, indices),
  }));
  try {
    const [output] = tensors.outputs;
    if (output === undefined) return null;
    const { classes, rows: predictions } = asProbabilities(await output.data(), output.shape.at(-1) ?? 1);
    const labels = await readLabels(tensors.labels, classes);
    const label = labels === null ? null : onlyClassPredicted(scorePredictions(predictions, labels, classes));
    return label === null ? null : { label, examples };
  } finally {
    tf.dispose(tensors);
  }
}
