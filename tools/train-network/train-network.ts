import type * as TensorFlow from '@tensorflow/tfjs';
import { createSeededRandom } from '../../src/lessons-runtime/datasets/labelled/seeded-random.ts';

export interface TrainingPlan {
  readonly epochs: number;
  readonly batchSize: number;
  /** The highest learning rate of Adam. It rises linearly over the first 5 % of the steps, then falls to 0 along a cosine. */
  readonly learningRate: number;
  /** Seed of the order of the examples; the tools derive their other seeds from it. */
  readonly seed: number | string;
}

export interface EpochReport {
  readonly epoch: number;
  readonly loss: number;
  readonly trainAccuracy: number;
  readonly seconds: number;
}

/** A batch: pictures and one row of label probabilities for each. */
interface Batch {
  readonly xs: TensorFlow.Tensor;
  readonly ys: TensorFlow.Tensor;
}

/**
 * Trains those layers of a classifier that are trainable, with Adam. Every epoch uses each example once, in a new order; the last
 * examples of an epoch that do not fill a batch are omitted.
 * @param createBatches called at the start of each epoch; returns a function that creates the batch of some examples
 */
export async function trainNetwork<Example>(
  tf: typeof TensorFlow,
  model: TensorFlow.LayersModel,
  examples: readonly Example[],
  { epochs, batchSize, learningRate, seed }: TrainingPlan,
  createBatches: (epoch: number) => (examples: readonly Example[]) => Batch,
  report: (epoch: EpochReport) => void | Promise<void>,
): Promise<void> {
  const optimizer = tf.train.adam(learningRate);
  model.compile({ optimizer, loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  const steps = Math.floor(examples.length / batchSize);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    const started = performance.now();
    const order = createSeededRandom(`order ${seed}/${epoch}`).shuffled(examples);
    const createBatch = createBatches(epoch);
    let [loss, accuracy] = [0, 0];
    for (let step = 0; step < steps; step += 1) {
      // Adam's learning rate is protected in tfjs, and has no setter.
      Object.assign(optimizer, {
        learningRate: learningRate * scheduleAt((epoch * steps + step) / (epochs * steps)),
      });
      const { xs, ys } = createBatch(order.slice(step * batchSize, (step + 1) * batchSize));
      const result = await model.trainOnBatch(xs, ys);
      tf.dispose([xs, ys]);
      const [batchLoss = 0, batchAccuracy = 0] = [result].flat();
      loss += batchLoss / steps;
      accuracy += batchAccuracy / steps;
    }
    await report({ epoch, loss, trainAccuracy: accuracy, seconds: (performance.now() - started) / 1000 });
  }
  optimizer.dispose();
}

/** Returns the factor of the learning rate at a point of the training. @param progress from 0 to 1 */
function scheduleAt(progress: number): number {
  const warmup = 0.05;
  return progress < warmup
    ? progress / warmup
    : (1 + Math.cos((Math.PI * (progress - warmup)) / (1 - warmup))) / 2;
}
