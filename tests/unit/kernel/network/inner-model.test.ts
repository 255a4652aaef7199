import { beforeAll, expect, it } from 'vitest';
import {
  compiledWeights,
  graphModel,
  innerModel,
  modelInside,
} from '../../../../src/lessons-runtime/kernel/network/inner-model.ts';
import { leafLayers } from '../../../../src/lessons-runtime/kernel/network/layers.ts';
import { createTensorFlow } from '../../../../src/lessons-runtime/kernel/tensorflow.ts';

const tf = createTensorFlow();
beforeAll(() => tf.setBackend('cpu'));

const sequential = () =>
  tf.sequential({
    layers: [
      tf.layers.dense({ units: 2, inputShape: [2], name: 'outer' }),
      tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2], name: 'within' })] }),
    ],
  });

it('returns the inner model of a compiled tf.sequential, otherwise the model itself', () => {
  const model = sequential();
  model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
  const inner = modelInside(model);
  expect(inner).toBeInstanceOf(tf.LayersModel);
  expect(inner).not.toBeInstanceOf(tf.Sequential);
  if (inner === null) return;
  expect([innerModel(model), graphModel(model), innerModel(inner), modelInside(inner)]).toEqual([
    inner,
    inner,
    inner,
    null,
  ]);
});

it('returns the weights of the last compile, and null before the first', () => {
  const model = sequential();
  expect(compiledWeights(model)).toBeNull();
  model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
  expect(compiledWeights(model)?.map(({ shape }) => shape)).toEqual([[2, 2], [2], [2, 1], [1]]);
});

it('finds the layers of nested models', () => {
  expect(leafLayers(sequential()).map(({ name }) => name)).toEqual(['outer', 'within']);
});
