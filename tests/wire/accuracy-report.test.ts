import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  createTestLesson,
  errorOf,
  partsOf,
  type TestLesson,
  valuesOf,
} from '../support/kernel-over-channel.ts';

vi.setConfig({ testTimeout: 20_000 });

let lesson: TestLesson;
afterEach(() => lesson.close());

/** A model whose outputs are its inputs: each test writes down what it tells. */
const model = `
import { accuracyReport } from 'deshielo';
const model = tf.sequential({ layers: [tf.layers.activation({ activation: 'linear', inputShape: [3] })] });
const told = tf.tensor2d([[0.7, 0.2, 0.1], [0.1, 0.8, 0.1], [0.6, 0.3, 0.1], [0.2, 0.2, 0.6]]);
const labels = tf.tensor1d([0, 1, 1, 2], 'int32');
`;

async function run(source: string, language: 'es' | 'en' = 'en') {
  lesson = createTestLesson({ language });
  return lesson.run(`${model}${source}`);
}

describe('accuracyReport', () => {
  it('counts what is right, by class, with the worst first', async () => {
    const state = await run(
      "await accuracyReport(model, told, labels, { classNames: ['cat', 'dog', 'eel'], ids: ['a', 'b', 'c', 'd'], worst: 2 })",
    );
    const [mistakes] = partsOf(state.outputs, 'mistakes');
    expect(mistakes).toMatchObject({ total: 4, right: 3 });
    expect(mistakes?.worst.map(({ name, label, predicted }) => [name, label, predicted])).toEqual([
      ['c', 'dog', 'cat'],
      ['d', 'eel', 'eel'],
    ]);
    expect(mistakes?.worst[0]?.loss).toBeCloseTo(-Math.log(0.3), 5);
    expect(mistakes?.worst[0]?.probability).toBeCloseTo(0.6, 5);
    expect(mistakes?.worst[0]?.picture).toBeNull();
    const calls = partsOf(state.outputs, 'chart').map(({ call }) => call);
    expect(calls).toMatchObject([
      {
        path: 'show.perClassAccuracy',
        data: [
          { label: 'cat', accuracy: 1, count: 1 },
          { label: 'dog', accuracy: 0.5, count: 2 },
          { label: 'eel', accuracy: 1, count: 1 },
        ],
      },
      {
        path: 'render.confusionMatrix',
        data: {
          values: [
            [1, 0, 0],
            [1, 1, 0],
            [0, 0, 1],
          ],
          tickLabels: ['cat', 'dog', 'eel'],
        },
      },
    ]);
    // All of it is on the page; the value is not shown once more, nor is anyone warned.
    expect(state.outputs.map(({ kind }) => kind)).toEqual(['mistakes', 'chart', 'chart']);
  });

  it.each([
    ['class numbers in a column', 'labels.expandDims(1)'],
    ['one-hot rows', 'tf.oneHot(labels, 3)'],
  ])('reads labels as %s', async (_, ys) => {
    const state = await run(`const report = await accuracyReport(model, told, ${ys}); report.accuracy`);
    expect(valuesOf(state)).toEqual(['0.75']);
  });

  it('takes logits for what they are', async () => {
    const state = await run(
      'const report = await accuracyReport(model, told.log().mul(2), labels); report.worst[0].probability > 0.7',
    );
    expect(valuesOf(state)).toEqual(['true']);
  });

  it('tells two classes by one output', async () => {
    const state = await run(
      `const binary = tf.sequential({ layers: [tf.layers.activation({ activation: 'linear', inputShape: [1] })] });
       const { accuracy, confusion } = await accuracyReport(binary, tf.tensor2d([[0.9], [0.4], [0.2]]), tf.tensor1d([1, 1, 0]));
       JSON.stringify([Math.round(accuracy * 3), confusion])`,
    );
    expect(valuesOf(state)).toEqual(['"[2,[[1,0],[1,1]]]"']);
  });

  it('shows the pictures behind features', async () => {
    const state = await run(
      'await accuracyReport(model, told, labels, { pictures: tf.range(0, 4).reshape([4, 1, 1, 1]).tile([1, 16, 12, 3]).div(3), worst: 1 })',
    );
    const picture = partsOf(state.outputs, 'mistakes')[0]?.worst[0]?.picture;
    expect(picture).toMatchObject({ width: 12, height: 16 });
    // One picture of one grey has no black or white of its own: 2/3 of white, in the range of the worst together.
    expect([...new Uint8Array(picture?.pixels ?? new ArrayBuffer(0)).slice(0, 4)]).toEqual([
      170, 170, 170, 255,
    ]);
  });

  it('warns where all are told to be of one class, and only then', async () => {
    const state = await run(
      "await accuracyReport(model, tf.tensor2d([[0.9, 0.1, 0], [0.8, 0.1, 0.1], [0.4, 0.3, 0.3], [0.5, 0.2, 0.3]]), labels, { classNames: ['cat', 'dog', 'eel'] })",
    );
    expect(partsOf(state.outputs, 'note')[0]?.text).toContain('The model says “cat” to all 4 examples');
  });

  it.each([
    ['accuracyReport(model, told, tf.tensor1d([0, 1]))', 'There are 4 examples and 2 labels.'],
    [
      'accuracyReport(model, told, tf.tensor1d([0, 1, 2, 3]))',
      'The labels [4] do not fit the model’s 3 classes.',
    ],
    [
      "accuracyReport(model, told, labels, { classNames: ['cat'] })",
      'classNames has 1 name, and the model tells 3 classes apart.',
    ],
    [
      'accuracyReport(model, [1], labels)',
      'accuracyReport needs two tensors: the examples and their labels.',
    ],
  ])('%s: %s', async (call, what) => {
    expect(errorOf(await run(`await ${call}`)).what).toBe(what);
  });

  it('leaves no tensor behind', async () => {
    const state = await run(
      'await accuracyReport(model, told, labels); const before = tf.memory().numTensors; await accuracyReport(model, told, labels, { pictures: tf.tidy(() => tf.zeros([4, 8, 8, 3])) }); tf.memory().numTensors - before',
    );
    expect(valuesOf(state)).toEqual(['1']);
  });
});

describe('modelCard', () => {
  it('is shown as text and offered as a file', async () => {
    const state = await run(`import { modelCard } from 'deshielo';
const report = await accuracyReport(model, told, labels, { classNames: ['cat', 'dog', 'eel'] });
await modelCard(model, { report, name: 'my / pets', author: 'Ada' });`);
    const [card] = partsOf(state.outputs, 'markdown');
    expect(card?.text).toContain('says “cat” to dog: once');
    const [file] = partsOf(state.outputs, 'download').flatMap(({ files }) => files);
    expect(file?.name).toBe('my - pets.md');
    expect(new TextDecoder().decode(file?.bytes)).toBe(`${card?.text}\n`);
  });

  it('asks for the report where it is missing', async () => {
    const state = await run("(await import('deshielo')).modelCard(model, {})", 'es');
    expect(errorOf(state).what).toBe('modelCard necesita el resultado de accuracyReport.');
  });
});
