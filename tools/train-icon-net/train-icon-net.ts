import type * as TensorFlow from '@tensorflow/tfjs';
import { composePictures } from '../../src/lessons-runtime/datasets/icons/compose-pictures.ts';
import { createSeededRandom } from '../../src/lessons-runtime/datasets/labelled/seeded-random.ts';
import { buildIconNet } from './build-icon-net.ts';
import type { LabelledIcon, Source } from './read-source.ts';

export interface TrainingPlan {
  readonly epochs: number;
  readonly batchSize: number;
  /** The highest learning rate of Adam. It rises linearly over the first 5 % of the steps, then falls to 0 along a cosine. */
  readonly learningRate: number;
  /** Seed of the initial weights, the order of the icons and the composition of the pictures. */
  readonly seed: number;
}

/** Top-1 and top-5 accuracy, from 0 to 1. */
export interface Accuracy {
  readonly pictures: number;
  readonly top1: number;
  readonly top5: number;
}

export interface EpochReport {
  readonly epoch: number;
  readonly loss: number;
  readonly trainAccuracy: number;
  readonly seconds: number;
}

/** Trains the network with BatchNorm. Every epoch has one picture of each icon, composed differently each time. */
export async function trainIconNet(
  tf: typeof TensorFlow,
  { side, classNames, train }: Source,
  { epochs, batchSize, learningRate, seed }: TrainingPlan,
  report: (epoch: EpochReport) => void,
): Promise<TensorFlow.LayersModel> {
  const model = buildIconNet(tf, { classes: classNames.length, normalized: true, seed });
  const optimizer = tf.train.adam(learningRate);
  model.compile({ optimizer, loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  const steps = Math.floor(train.length / batchSize);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    const started = performance.now();
    const order = createSeededRandom(`order ${seed}/${epoch}`).shuffled(train);
    let [loss, accuracy] = [0, 0];
    for (let step = 0; step < steps; step += 1) {
      // Adam's learning rate is protected in tfjs, and has no setter.
      Object.assign(optimizer, {
        learningRate: learningRate * scheduleAt((epoch * steps + step) / (epochs * steps)),
      });
      const icons = order.slice(step * batchSize, (step + 1) * batchSize);
      const xs = picturesOf(tf, icons, side, `train ${seed}`, epoch);
      const ys = tf.tidy(() =>
        tf
          .oneHot(
            tf.tensor1d(
              icons.map(({ label }) => label),
              'int32',
            ),
            classNames.length,
          )
          .toFloat(),
      );
      const result = await model.trainOnBatch(xs, ys);
      tf.dispose([xs, ys]);
      const [batchLoss = 0, batchAccuracy = 0] = [result].flat();
      loss += batchLoss / steps;
      accuracy += batchAccuracy / steps;
    }
    report({ epoch, loss, trainAccuracy: accuracy, seconds: (performance.now() - started) / 1000 });
  }
  optimizer.dispose();
  return model;
}

/**
 * Returns the network's probabilities for one picture of each icon.
 * @param model input [batch, side, side, 3], output probabilities
 * @returns [icons · classes]
 */
export function probabilitiesOf(
  tf: typeof TensorFlow,
  model: TensorFlow.LayersModel,
  icons: readonly LabelledIcon[],
  side: number,
): Float32Array {
  const batches = [];
  for (let start = 0; start < icons.length; start += 64) {
    const probabilities = tf.tidy(() => {
      const predicted = model.predict(picturesOf(tf, icons.slice(start, start + 64), side, 'validation', 0));
      if (Array.isArray(predicted)) throw new Error('the model has several outputs');
      return predicted.dataSync();
    });
    batches.push(...probabilities);
  }
  return Float32Array.from(batches);
}

/** Measures the network's accuracy on one picture of each icon. */
export function evaluate(
  tf: typeof TensorFlow,
  model: TensorFlow.LayersModel,
  icons: readonly LabelledIcon[],
  side: number,
): Accuracy {
  const probabilities = probabilitiesOf(tf, model, icons, side);
  const classes = probabilities.length / icons.length;
  let [top1, top5] = [0, 0];
  icons.forEach(({ label }, index) => {
    const row = probabilities.subarray(index * classes, (index + 1) * classes);
    const rank = row.filter((value) => value > (row[label] ?? 0)).length;
    if (rank === 0) top1 += 1;
    if (rank < 5) top5 += 1;
  });
  return { pictures: icons.length, top1: top1 / icons.length, top5: top5 / icons.length };
}

function picturesOf(
  tf: typeof TensorFlow,
  icons: readonly LabelledIcon[],
  side: number,
  seed: string,
  copy: number,
): TensorFlow.Tensor4D {
  const requests = icons.map(({ id, sprite }) => ({ id, sprite, copy }));
  const pixels = Float32Array.from(composePictures(requests, side, seed), (value) => value / 255);
  return tf.tensor4d(pixels, [icons.length, side, side, 3]);
}

/** Returns the factor of the learning rate at a point of the training. @param progress from 0 to 1 */
function scheduleAt(progress: number): number {
  const warmup = 0.05;
  return progress < warmup
    ? progress / warmup
    : (1 + Math.cos((Math.PI * (progress - warmup)) / (1 - warmup))) / 2;
}
