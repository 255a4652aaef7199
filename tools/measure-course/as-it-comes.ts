import type * as TensorFlow from '@tensorflow/tfjs';
import type { LabelledDataset } from '../../src/lessons-runtime/datasets/labelled/labelled-dataset.ts';
import type { openCourseFiles } from '../open-course-files.ts';
import { inputOf } from './bases.ts';
import { labelsOf, type Score, score } from './evaluate.ts';
import type { OtherPair } from './scratch.ts';

/** Classifies with a network for ImageNet as published: the class whose nearest ImageNet classes have the larger sum. */
export async function measureImageNetSums(
  tf: typeof TensorFlow,
  files: ReturnType<typeof openCourseFiles>,
  name: 'mobilenet' | 'efficientnet-lite0',
  data: LabelledDataset,
  classes: readonly [readonly number[], readonly number[]],
): Promise<Score> {
  const started = performance.now();
  const side = data.test.xs.shape[1];
  const load = name === 'mobilenet' ? files.mobileNet : files.efficientNetLite0;
  const model = await load({ inputShape: [side, side, 3] });
  const toInput = inputOf(tf, name);
  const predict = (pictures: TensorFlow.Tensor4D): readonly number[] =>
    tf.tidy(() => {
      const probabilities = model.predict(toInput(pictures), { batchSize: 32 }) as TensorFlow.Tensor2D;
      const sums = classes.map((indices) =>
        probabilities.gather(tf.tensor1d([...indices], 'int32'), 1).sum(1),
      );
      return [...tf.stack(sums, 1).argMax(1).dataSync()];
    });
  return score(
    { validation: predict(data.validation.xs), test: predict(data.test.xs) },
    labelsOf(data),
    started,
  );
}

/** Classifies with a network for two other classes. Of the two ways to map its classes, the one that is better on validation counts. */
export function measureOtherPairAsIs(other: OtherPair, data: LabelledDataset): Score {
  const started = performance.now();
  const labels = labelsOf(data);
  const straight = {
    validation: other.predict(data.validation.xs),
    test: other.predict(data.test.xs),
  };
  const result = score(straight, labels, started);
  return result.validation >= 0.5
    ? result
    : { ...result, validation: 1 - result.validation, test: 1 - result.test };
}
