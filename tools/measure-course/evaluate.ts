import type * as TensorFlow from '@tensorflow/tfjs';
import type { LabelledDataset } from '../../src/lessons-runtime/datasets/labelled/labelled-dataset.ts';
import { meanRecall } from '../measures.ts';

/** What one training or baseline reaches in one split. */
export interface Score {
  /** Mean recall on the test part, from 0 to 1. */
  readonly test: number;
  /** Mean recall on the validation part, from 0 to 1; for choices. */
  readonly validation: number;
  readonly seconds: number;
}

/** The labels of the parts that a network is evaluated on. */
export type Labels = Readonly<Record<'validation' | 'test', readonly number[]>>;

export function labelsOf({ validation, test }: LabelledDataset): Labels {
  return { validation: validation.labels, test: test.labels };
}

/** Scores predicted classes. @param started the time at which the training began, of `performance.now()` */
export function score(
  predicted: Readonly<Record<keyof Labels, ArrayLike<number>>>,
  labels: Labels,
  started: number,
): Score {
  return {
    test: meanRecall(predicted.test, labels.test, 2),
    validation: meanRecall(predicted.validation, labels.validation, 2),
    seconds: (performance.now() - started) / 1000,
  };
}

/** Returns the most probable class of each example. @param xs [examples, …], the model's input */
export function predictClasses(
  tf: typeof TensorFlow,
  model: TensorFlow.LayersModel,
  xs: TensorFlow.Tensor,
): readonly number[] {
  return tf.tidy(() => {
    const predicted = model.predict(xs, { batchSize: 32 });
    if (Array.isArray(predicted)) throw new Error('the model has several outputs');
    return [...predicted.argMax(-1).dataSync()];
  });
}

/** Compiles and trains a model with Adam. */
export async function trainModel(
  tf: typeof TensorFlow,
  model: TensorFlow.LayersModel,
  data: { readonly xs: TensorFlow.Tensor; readonly ys: TensorFlow.Tensor },
  {
    epochs,
    learningRate,
    batchSize,
  }: { readonly epochs: number; readonly learningRate: number; readonly batchSize: number },
): Promise<void> {
  const optimizer = tf.train.adam(learningRate);
  model.compile({ optimizer, loss: 'categoricalCrossentropy' });
  await model.fit(data.xs, data.ys, { epochs, batchSize, verbose: 0 });
  optimizer.dispose();
}
