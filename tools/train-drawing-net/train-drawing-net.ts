import type * as TensorFlow from '@tensorflow/tfjs';
import { createRandomNumbers } from '../../src/lessons-runtime/datasets/labelled/seeded-random.ts';
import { type Accuracy, measureAccuracy } from '../train-network/measure-accuracy.ts';
import { type EpochReport, type TrainingPlan, trainNetwork } from '../train-network/train-network.ts';
import type { LabelledDrawing, Source } from './read-source.ts';
import { identity, renderDrawing, sampleWarp } from './render-drawing.ts';

/** Side of the pictures that the network is trained with: as `drawingDataset` returns them, 28 pixels and a margin. */
export const pictureSide = 32;

export interface SmoothedPlan extends TrainingPlan {
  /** The share of a label that is spread evenly over all classes. */
  readonly labelSmoothing: number;
  /** Seed of the order of the drawings and of their augmentation. */
  readonly seed: string;
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
  plan: SmoothedPlan,
  report: (epoch: EpochReport) => void | Promise<void>,
): Promise<void> {
  const createBatches = (epoch: number) => {
    const random = createRandomNumbers(`augmentation ${plan.seed}/${epoch}`);
    return (drawings: readonly LabelledDrawing[]) => ({
      xs: picturesOf(tf, drawings, side, () => sampleWarp(random)),
      ys: smoothLabels(tf, drawings, classNames.length, plan.labelSmoothing),
    });
  };
  await trainNetwork(tf, model, train, plan, createBatches, report);
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
  return measureAccuracy(
    probabilitiesOf(tf, model, drawings, side),
    drawings.map(({ label }) => label),
  );
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
