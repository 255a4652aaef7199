import type * as TensorFlow from '@tensorflow/tfjs';
import { ModelArgumentError } from './model-argument-error.ts';

const mean = 127;
const deviation = 128;

type PreprocessInput = <T extends TensorFlow.Tensor>(pictures: T) => T;

/**
 * Creates the function `preprocessInput`: EfficientNet-Lite0's normalization (x − 127) / 128, which maps RGB values from 0 to
 * 255 to −0.99 to 1. It takes [height, width, 3] or [batch, height, width, 3] of any numeric dtype and returns float32 of the
 * same shape.
 * Source: MEAN_RGB and STDDEV_RGB in Google's `efficientnet_lite_builder.py`.
 * @throws {ModelArgumentError} from that function: `rank` for another number of axes, `channels` unless the last axis is 3
 */
export function createPreprocessInput(
  tf: Pick<typeof TensorFlow, 'tidy' | 'cast' | 'sub' | 'div'>,
): PreprocessInput {
  return <T extends TensorFlow.Tensor>(pictures: T): T => {
    const { shape } = pictures;
    const found = `[${shape.join(', ')}]`;
    if (shape.length !== 3 && shape.length !== 4) {
      throw new ModelArgumentError(
        'rank',
        'preprocessInput',
        '[height, width, 3] or [batch, height, width, 3]',
        found,
      );
    }
    if (shape.at(-1) !== 3) {
      throw new ModelArgumentError(
        'channels',
        'preprocessInput',
        'RGB, so 3 channels on the last axis',
        found,
      );
    }
    return tf.tidy(() => tf.div<T>(tf.sub<T>(tf.cast(pictures, 'float32'), mean), deviation));
  };
}
