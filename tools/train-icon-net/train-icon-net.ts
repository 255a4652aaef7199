import type * as TensorFlow from '@tensorflow/tfjs';
import { composePictures } from '../../src/lessons-runtime/datasets/icons/compose-pictures.ts';
import { type Accuracy, measureAccuracy } from '../train-network/measure-accuracy.ts';
import { type EpochReport, type TrainingPlan, trainNetwork } from '../train-network/train-network.ts';
import { buildIconNet } from './build-icon-net.ts';
import type { LabelledIcon, Source } from './read-source.ts';

export interface IconPlan extends TrainingPlan {
  /** Seed of the initial weights, the order of the icons and the composition of the pictures. */
  readonly seed: number;
}

/** Trains the network with BatchNorm. Every epoch has one picture of each icon, composed differently each time. */
export async function trainIconNet(
  tf: typeof TensorFlow,
  { side, classNames, train }: Source,
  plan: IconPlan,
  report: (epoch: EpochReport) => void,
): Promise<TensorFlow.LayersModel> {
  const { seed } = plan;
  const model = buildIconNet(tf, { classes: classNames.length, normalized: true, seed });
  const createBatches = (epoch: number) => (icons: readonly LabelledIcon[]) => ({
    xs: picturesOf(tf, icons, side, `train ${seed}`, epoch),
    ys: tf.tidy(() => {
      const labels = tf.tensor1d(
        icons.map(({ label }) => label),
        'int32',
      );
      return tf.oneHot(labels, classNames.length).toFloat();
    }),
  });
  await trainNetwork(tf, model, train, plan, createBatches, report);
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
  return measureAccuracy(
    probabilitiesOf(tf, model, icons, side),
    icons.map(({ label }) => label),
  );
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
