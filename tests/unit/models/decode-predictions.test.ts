import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { createDecodePredictions } from '../../../src/lessons-runtime/models/decode-predictions.ts';

const labels = [
  { wnid: 'n01440764', es: 'tenca', en: 'tench' },
  { wnid: 'n01443537', es: 'pez dorado', en: 'goldfish' },
  { wnid: 'n01484850', es: 'tiburón blanco', en: 'great white shark' },
];
const decodePredictions = createDecodePredictions({ key: 'wnid', labels, language: 'es' });

beforeAll(() => tf.setBackend('cpu'));

describe('decodePredictions', () => {
  it('returns one list for each picture, the most probable class first, in the page’s language', async () => {
    const probabilities = tf.tensor2d([
      [0.25, 0.5, 0.125],
      [0.25, 0.25, 0.5],
    ]);
    expect(await decodePredictions(probabilities, { top: 2 })).toEqual([
      [
        { wnid: 'n01443537', label: 'pez dorado', probability: 0.5, index: 1 },
        { wnid: 'n01440764', label: 'tenca', probability: 0.25, index: 0 },
      ],
      [
        { wnid: 'n01484850', label: 'tiburón blanco', probability: 0.5, index: 2 },
        { wnid: 'n01440764', label: 'tenca', probability: 0.25, index: 0 },
      ],
    ]);
    expect(probabilities.isDisposed).toBe(false);
  });

  it('accepts one picture without a batch axis, another language, and a top above the number of classes', async () => {
    const [list, ...others] = await decodePredictions(tf.tensor1d([0, 0.25, 0.75]), { language: 'en' });
    expect(others).toEqual([]);
    expect(list?.map(({ label }) => label)).toEqual(['great white shark', 'goldfish', 'tench']);
  });

  it.each([
    [[2, 5], 'classes', '[2, 5]'],
    [[1, 1, 3], 'rank', '[1, 1, 3]'],
    [[], 'rank', '[]'],
  ])('rejects the shape %j', async (shape, kind, found) => {
    await expect(decodePredictions(tf.zeros(shape))).rejects.toMatchObject({
      name: 'ModelArgumentError',
      kind,
      found,
    });
  });

  it('rejects a top that is not an integer of at least 1', async () => {
    for (const top of [0, 1.5, Number.NaN]) {
      await expect(decodePredictions(tf.zeros([3]), { top })).rejects.toMatchObject({ kind: 'top' });
    }
  });

  it('names the label that has the wrong form', () => {
    const create = (content: unknown) => () =>
      createDecodePredictions({ key: 'wnid', labels: content, language: 'en' });
    expect(create({})).toThrow('labels: expected a list of { wnid, es, en }');
    expect(create([labels[0], { wnid: 'n1', en: 'only English' }])).toThrow(
      'labels[1]: expected { wnid, es, en }',
    );
  });
});
