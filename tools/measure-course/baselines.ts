import type * as TensorFlow from '@tensorflow/tfjs';
import type { LabelledDataset } from '../../src/lessons-runtime/datasets/labelled/labelled-dataset.ts';
import { labelsOf, predictClasses, type Score, score, trainModel } from './evaluate.ts';
import { recipes } from './recipes.ts';

type Part = 'train' | 'validation' | 'test';

/** Always predicts the class that is more frequent in training, the first one if both are equally frequent. */
export function measureMajority(data: LabelledDataset): Score {
  const started = performance.now();
  const ones = data.train.labels.filter((label) => label === 1).length;
  const majority = ones > data.train.labels.length / 2 ? 1 : 0;
  const labels = labelsOf(data);
  return score(
    {
      validation: labels.validation.map(() => majority),
      test: labels.test.map(() => majority),
    },
    labels,
    started,
  );
}

/** Trains a dense layer on the mean, the deviation and a histogram of eight bins of each channel. */
export function measureColourStatistics(tf: typeof TensorFlow, data: LabelledDataset): Promise<Score> {
  return measureLinear(tf, data, (pictures) => {
    const [count = 0] = pictures.shape;
    const { mean, variance } = tf.moments(pictures, [1, 2]);
    const bins = Array.from({ length: 8 }, (_, bin) =>
      pictures
        .greaterEqual(bin / 8)
        .logicalAnd(pictures.less(bin === 7 ? 2 : (bin + 1) / 8))
        .toFloat()
        .mean([1, 2]),
    );
    return tf.concat([mean, variance.sqrt(), ...bins], 1).reshape<TensorFlow.Tensor2D>([count, -1]);
  });
}

/** Trains a dense layer on the pixels of the picture in 24 × 24. */
export function measureRawPixels(tf: typeof TensorFlow, data: LabelledDataset): Promise<Score> {
  const { side } = recipes.linear;
  return measureLinear(tf, data, (pictures) =>
    tf.image.resizeBilinear(pictures, [side, side], false, true).reshape([pictures.shape[0], -1]),
  );
}

async function measureLinear(
  tf: typeof TensorFlow,
  data: LabelledDataset,
  featuresOf: (pictures: TensorFlow.Tensor4D) => TensorFlow.Tensor2D,
): Promise<Score> {
  const started = performance.now();
  const raw = tf.tidy(() => featuresOf(data.train.xs));
  const { mean, deviation } = tf.tidy(() => {
    const moments = tf.moments(raw, 0);
    return { mean: tf.keep(moments.mean), deviation: tf.keep(moments.variance.sqrt().add(0.01)) };
  });
  const inputs = Object.fromEntries(
    (['train', 'validation', 'test'] as const).map((part) => [
      part,
      tf.tidy(() => featuresOf(data[part].xs).sub(mean).div(deviation)),
    ]),
  ) as Readonly<Record<Part, TensorFlow.Tensor>>;
  const model = tf.sequential({
    layers: [tf.layers.dense({ units: 2, activation: 'softmax', inputShape: [raw.shape[1]] })],
  });
  await trainModel(
    tf,
    model,
    { xs: inputs.train, ys: data.train.ys },
    { ...recipes.linear, batchSize: recipes.batchSize },
  );
  const result = score(
    {
      validation: predictClasses(tf, model, inputs.validation),
      test: predictClasses(tf, model, inputs.test),
    },
    labelsOf(data),
    started,
  );
  tf.dispose([raw, mean, deviation, ...Object.values(inputs)]);
  return result;
}
