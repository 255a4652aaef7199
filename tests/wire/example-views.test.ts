import { describe, expect, it } from 'vitest';
import { errorOf, partsOf, useTestLesson, valuesOf } from '../support/kernel-over-channel.ts';

const lesson = useTestLesson({ timeout: 20_000 });

describe('occlusionMap', () => {
  /** A model that sees only the top left quarter of a picture: its second class is how bright that is. */
  const model = `
import { occlusionMap } from 'deshielo';
const mask = tf.buffer([8, 8, 3]);
for (let y = 0; y < 4; y++) for (let x = 0; x < 4; x++) for (let c = 0; c < 3; c++) mask.set(0.1, y, x, c);
const model = tf.sequential({ layers: [
  tf.layers.flatten({ inputShape: [8, 8, 3] }),
  tf.layers.dense({ units: 2, activation: 'softmax' }),
] });
model.layers[1].setWeights([tf.stack([tf.zeros([192]), mask.toTensor().flatten()], 1), tf.tensor([1, 0])]);
const picture = tf.tidy(() => tf.ones([1, 4, 4, 3]).pad([[0, 0], [0, 4], [0, 4], [0, 0]]));
`;

  it('shows and returns where covering the picture lowers the probability', async () => {
    const state = await lesson.run(
      `${model}const before = tf.memory().numTensors;
       const { drops, index } = await occlusionMap(model, picture, { index: 1, label: 'bright', grid: 2 });
       JSON.stringify([index, drops.flat().indexOf(Math.max(...drops.flat())), drops[0][0] > 0.3, tf.memory().numTensors - before])`,
    );
    expect(valuesOf(state).map((value) => JSON.parse(JSON.parse(value)))).toEqual([[1, 0, true, 0]]);
    const fine = await lesson.run('await occlusionMap(model, picture, { index: 1, grid: 4 });', 'b');
    const [part] = partsOf(fine.outputs, 'occlusion');
    expect(part?.label).toBe('1');
    expect(part?.picture).toMatchObject({ width: 8, height: 8 });
    const drops = part?.drops.flat() ?? [];
    expect(drops.indexOf(Math.max(...drops))).toBeLessThan(6);
    expect(drops[15]).toBeCloseTo(0, 5);
    expect(fine.outputs.map(({ kind }) => kind)).toEqual(['progress', 'occlusion']);
  });

  it.each([
    ['occlusionMap(model, tf.zeros([2, 8, 8, 3]))', 'occlusionMap needs a single picture'],
    ['occlusionMap(model, picture, { index: 7 })', 'The model has no class 7'],
    ['occlusionMap(model, picture, { grid: 1 })', 'grid has to be a whole number'],
    ['occlusionMap(picture, model)', 'That is no layers model.'],
  ])('%s: %s', async (call, what) => {
    expect(errorOf(await lesson.run(`${model}await ${call}`)).what).toContain(what);
  });
});

describe('showEmbeddings', () => {
  const vectors = `import { showEmbeddings, showNeighbours } from 'deshielo';
const vectors = tf.tensor2d([[2, 0, 0], [2, 0.1, 0], [0, 3, 0], [0, 3, 0.1]]);`;

  it('shows points with names, groups, thumbnails and neighbours', async () => {
    const state = await lesson.run(
      `${vectors}const before = tf.memory().numTensors;
       const { points, nearest } = await showEmbeddings(vectors, {
         names: ['a', 'b', 'c', 'd'], groups: ['x', 'x', 'y', 'y'], own: [3], pictures: tf.tidy(() => tf.ones([4, 8, 8, 3])) });
       JSON.stringify([points.length, nearest.map(([{ index }]) => index), tf.memory().numTensors - before - 1])`,
    );
    expect(valuesOf(state).map((value) => JSON.parse(JSON.parse(value)))).toEqual([[4, [1, 0, 3, 2], 0]]);
    const [part] = partsOf(state.outputs, 'embeddings');
    expect(part).toMatchObject({ view: 'map' });
    expect(part?.points.map(({ name, group, isOwn }) => [name, group, isOwn])).toEqual([
      ['a', 'x', false],
      ['b', 'x', false],
      ['c', 'y', false],
      ['d', 'y', true],
    ]);
    expect(part?.points[0]?.picture).toMatchObject({ width: 8, height: 8 });
    const [a, b, c] = part?.points ?? [];
    expect(Math.abs((a?.x ?? 0) - (b?.x ?? 0))).toBeLessThan(0.1);
    expect(Math.abs((a?.x ?? 0) - (c?.x ?? 0))).toBeGreaterThan(0.9);
  });

  it('shows the neighbours by a matrix of similarities', async () => {
    const state = await lesson.run(
      `${vectors}await showNeighbours([[1, 0.2, 0.9], [0.2, 1, 0.4], [0.9, 0.4, 1]], { names: ['a', 'b', 'c'], count: 1 })`,
    );
    const [part] = partsOf(state.outputs, 'embeddings');
    expect(part?.view).toBe('rows');
    expect(part?.points.map(({ nearest }) => nearest)).toEqual([
      [{ index: 2, likeness: 0.9 }],
      [{ index: 2, likeness: 0.4 }],
      [{ index: 0, likeness: 0.9 }],
    ]);
    expect(state.outputs).toHaveLength(1);
  });

  it.each([
    ['showEmbeddings(tf.zeros([3]))', 'showEmbeddings needs a row of numbers for each example'],
    ["showEmbeddings(vectors, { names: ['a'] })", 'names has 1 element, and there are 4 examples.'],
    ['showEmbeddings(vectors, { pictures: [] })', 'pictures has 0 elements, and there are 4 examples.'],
    ['showEmbeddings(tf.zeros([400, 2]))', 'There are 400 examples, and at most 300 are shown here.'],
    ['showNeighbours([[1, 0]])', 'showNeighbours needs a table of similarities'],
  ])('%s: %s', async (call, what) => {
    expect(errorOf(await lesson.run(`${vectors}await ${call}`)).what).toContain(what);
  });
});
