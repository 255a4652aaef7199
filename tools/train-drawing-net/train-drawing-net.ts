import type * as TensorFlow from '@tensorflow/tfjs';
import {
  createRandomNumbers,
  createSeededRandom,
} from '../../src/lessons-runtime/datasets/labelled/seeded-random.ts';
import type { LabelledDrawing, Source } from './read-source.ts';
import { identity, renderDrawing, sampleWarp } from './render-drawing.ts';

/** Side of the pictures that the network is trained with: as `drawingDataset` returns them, 28 pixels and a margin. */
export const pictureSide = 32;

export interface TrainingPlan {
  readonly epochs: number;
  readonly batchSize: number;
  /** The highest learning rate of Adam. It rises linearly over the first 5 % of the steps, then falls to 0 along a cosine. */
  readonly learningRate: number;
  /** The share of a label that is spread evenly over all classes. */
  readonly labelSmoothing: number;
  /** Seed of the order of the drawings and of their augmentation. */
  readonly seed: string;
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

/**
 * Trains those layers of a network that are trainable. Every epoch has one picture of each drawing, augmented differently each
 * time.
 * @param model input [batch, side, side, 1], output probabilities
 */
export async function trainDrawingNet(
  tf: typeof TensorFlow,
  model: TensorFlow.LayersModel,
  { side, classNames, train }: Source,
  { epochs, batchSize, learningRate, labelSmoothing, seed }: TrainingPlan,
  report: (epoch: EpochReport) => void | Promise<void>,
): Promise<void> {
  const optimizer = tf.train.adam(learningRate);
  model.compile({ optimizer, loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  const steps = Math.floor(train.length / batchSize);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    const started = performance.now();
    const order = createSeededRandom(`order ${seed}/${epoch}`).shuffled(train);
    const random = createRandomNumbers(`augmentation ${seed}/${epoch}`);
    let [loss, accuracy] = [0, 0];
    for (let step = 0; step < steps; step += 1) {
      // Adam's learning rate is protected in tfjs, and has no setter.
      Object.assign(optimizer, {
        learningRate: learningRate * scheduleAt((epoch * steps + step) / (epochs * steps)),
      });
      const drawings = order.slice(step * batchSize, (step + 1) * batchSize);
      const xs = picturesOf(tf, drawings, side, () => sampleWarp(random));
      const ys = smoothLabels(tf, drawings, classNames.length, labelSmoothing);
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

/**
 * Returns the network's probabilities for drawings, which are not augmented.
 * @param model input [batch, side, side, 1] or [batch, side, side, 3], output probabilities
 * @returns [drawings · classes]
 */
export function probabilitiesOf(
  tf: typeof TensorFlow,
  model: TensorFlow.LayersModel,
  drawings: readonly LabelledDrawing[],
  side: number,
): Float32Array {
  const classes = model.outputs[0]?.shape[1];
  const channels = model.inputs[0]?.shape[3];
  if (typeof classes !== 'number' || typeof channels !== 'number')
    throw new Error('the model has no fixed number of classes or channels');
  const probabilities = new Float32Array(drawings.length * classes);
  for (let start = 0; start < drawings.length; start += 128) {
    const batch = tf.tidy(() => {
      const grey = picturesOf(tf, drawings.slice(start, start + 128), side, () => identity);
      const predicted = model.predict(channels === 1 ? grey : grey.tile([1, 1, 1, channels]));
      if (Array.isArray(predicted)) throw new Error('the model has several outputs');
      return predicted.dataSync();
    });
    probabilities.set(batch, start * classes);
  }
  return probabilities;
}

/** Measures the network's accuracy on drawings. */
export function evaluate(
  tf: typeof TensorFlow,
  model: TensorFlow.LayersModel,
  drawings: readonly LabelledDrawing[],
  side: number,
): Accuracy {
  const probabilities = probabilitiesOf(tf, model, drawings, side);
  const classes = probabilities.length / drawings.length;
  let [top1, top5] = [0, 0];
  drawings.forEach(({ label }, index) => {
    const row = probabilities.subarray(index * classes, (index + 1) * classes);
    const rank = row.filter((value) => value > (row[label] ?? 0)).length;
    if (rank === 0) top1 += 1;
    if (rank < 5) top5 += 1;
  });
  return { pictures: drawings.length, top1: top1 / drawings.length, top5: top5 / drawings.length };
}

function picturesOf(
  tf: typeof TensorFlow,
  drawings: readonly LabelledDrawing[],
  side: number,
  warpOf: () => ReturnType<typeof sampleWarp>,
): TensorFlow.Tensor4D {
  const each = pictureSide * pictureSide;
  const pixels = new Float32Array(drawings.length * each);
  drawings.forEach(({ grey }, index) => {
    renderDrawing(grey, side, warpOf(), { target: pixels, at: index * each, size: pictureSide });
  });
  return tf.tensor4d(pixels, [drawings.length, pictureSide, pictureSide, 1]);
}

function smoothLabels(
  tf: typeof TensorFlow,
  drawings: readonly LabelledDrawing[],
  classes: number,
  smoothing: number,
): TensorFlow.Tensor2D {
  const values = new Float32Array(drawings.length * classes).fill(smoothing / classes);
  drawings.forEach(({ label }, index) => {
    values[index * classes + label] = 1 - smoothing + smoothing / classes;
  });
  return tf.tensor2d(values, [drawings.length, classes]);
}

/** Returns the factor of the learning rate at a point of the training. @param progress from 0 to 1 */
function scheduleAt(progress: number): number {
  const warmup = 0.05;
  return progress < warmup
    ? progress / warmup
    : (1 + Math.cos((Math.PI * (progress - warmup)) / (1 - warmup))) / 2;
}
