import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  createPreprocessInput,
  efficientNetLite0Normalization,
} from '../../../src/lessons-runtime/models/preprocess-input.ts';

const preprocessInput = createPreprocessInput(tf, efficientNetLite0Normalization);

beforeAll(() => tf.setBackend('cpu'));

describe('preprocessInput', () => {
  it('maps 0 to 255 to about -1 to 1, for one picture or a batch, of any numeric dtype', async () => {
    const picture = tf.tensor3d([0, 127, 255], [1, 1, 3], 'int32');
    const before = tf.memory().numTensors;
    const result = preprocessInput(picture);
    expect(tf.memory().numTensors).toBe(before + 1);
    expect(result.dtype).toBe('float32');
    expect(result.shape).toEqual([1, 1, 3]);
    expect([...(await result.data())]).toEqual([-127 / 128, 0, 1]);
    expect(preprocessInput(tf.zeros([2, 4, 5, 3])).shape).toEqual([2, 4, 5, 3]);
  });

  it.each([
    [[10, 10], 'rank', '[10, 10]'],
    [[1, 2, 8, 8, 3], 'rank', '[1, 2, 8, 8, 3]'],
    [[8, 8, 4], 'channels', '[8, 8, 4]'],
    [[2, 8, 8, 1], 'channels', '[2, 8, 8, 1]'],
  ])('throws on the shape %j', (shape, kind, found) => {
    const attempt = () => preprocessInput(tf.zeros(shape));
    expect(attempt).toThrow(expect.objectContaining({ name: 'ModelArgumentError', kind, found }));
  });
});
