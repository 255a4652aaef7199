import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../kernel/tensorflow.ts';
import { readLabels } from '../evaluation/read-labels.ts';
import { asProbabilities, onlyClassPredicted, scorePredictions } from '../evaluation/score-predictions.ts';

/** A head of fewer outputs can well be meant for classes that these data lack. */
const leastUnits = 8;

/** Fewer classes among the labels than a quarter of the outputs: how many. `null` where the head fits. */
export async function classesOfOldHead(model: LayersModel, ys: Tensor): Promise<number | null> {
  const units = model.outputs[0]?.shape.at(-1) ?? 0;
  if (units < leastUnits) return null;
  const labels = await readLabels(ys, units);
  const classes = new Set(labels).size;
  return labels !== null && classes > 0 && classes * 4 <= units ? classes : null;
}

/** Whether the last layer is a softmax of one output. */
export function isSoftmaxOfOne(model: LayersModel): boolean {
  const config = model.layers.at(-1)?.getConfig();
  return model.outputs[0]?.shape.at(-1) === 1 && config?.['activation'] === 'softmax';
}

/** So many examples are tried. */
const examplesTried = 32;

/** Asks a model about examples from all over a data set: which class it says to all of them, though they are of several. */
export async function classPredictedForAll(
  tf: TensorFlow,
  model: LayersModel,
  xs: Tensor,
  ys: Tensor,
): Promise<{ readonly place: number; readonly examples: number } | null> {
  const [rows = 0] = xs.shape;
  const examples = Math.min(examplesTried, rows);
  const places = Array.from({ length: examples }, (_, at) => Math.floor((at * rows) / examples));
  const [outputs, labelsTried] = tf.tidy(() => [
    model.predict(tf.gather(xs, places)) as Tensor,
    tf.gather(ys, places),
  ]);
  if (outputs === undefined || labelsTried === undefined) return null;
  try {
    const { classes, rows: told } = asProbabilities(await outputs.data(), outputs.shape.at(-1) ?? 1);
    const labels = await readLabels(labelsTried, classes);
    const place = labels === null ? null : onlyClassPredicted(scorePredictions(told, labels, classes));
    return place === null ? null : { place, examples };
  } finally {
    outputs.dispose();
    labelsTried.dispose();
  }
}
