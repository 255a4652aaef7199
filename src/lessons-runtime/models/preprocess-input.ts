import type * as TensorFlow from '@tensorflow/tfjs';
import { ModelArgumentError } from './model-argument-error.ts';

/** The parameters of `(x − mean) / deviation`, which is applied to each channel of pixels from 0 to 255. */
interface Normalization {
  readonly mean: number;
  readonly deviation: number;
}

/** Maps pixels to −0.99 to 1. Source: MEAN_RGB and STDDEV_RGB in Google's `efficientnet_lite_builder.py`. */
export const efficientNetLite0Normalization: Normalization = { mean: 127, deviation: 128 };

/** Maps pixels to −1 to 1. Source: mode `'tf'` of `imagenet_utils.preprocess_input`, used by `keras.applications.mobilenet`. */
export const mobileNetNormalization: Normalization = { mean: 127.5, deviation: 127.5 };

type PreprocessInput = <T extends TensorFlow.Tensor>(pictures: T) => T;

/**
 * Creates the function `preprocessInput` of a network, like Keras's `preprocess_input`: it maps RGB values from 0 to 255 to the
 * range that the network was trained with. It takes [height, width, 3] or [batch, height, width, 3] of any numeric dtype and
 * returns float32 of the same shape.
 * @throws {ModelArgumentError} from that function: `rank` for another number of axes, `channels` unless the last axis is 3
 */
export function createPreprocessInput(
  tf: Pick<typeof TensorFlow, 'tidy' | 'cast' | 'sub' | 'div'>,
  { mean, deviation }: Normalization,
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
