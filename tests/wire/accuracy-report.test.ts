import { describe, expect, it } from 'vitest';
import { errorOf, partsOf, useTestLesson, valuesOf } from '../support/kernel-over-channel.ts';

const lesson = useTestLesson({ timeout: 20_000 });

/** A model whose outputs are its inputs, so that `predictions` are what it predicts. */
const model = `
import { accuracyReport } from 'deshielo';
const model = tf.sequential({ layers: [tf.layers.activation({ activation: 'linear', inputShape: [3] })] });
const predictions = tf.tensor2d([[0.7, 0.2, 0.1], [0.1, 0.8, 0.1], [0.6, 0.3, 0.1], [0.2, 0.2, 0.6]]);
const labels = tf.tensor1d([0, 1, 1, 2], 'int32');
`;

async function run(source: string, language: 'es' | 'en' = 'en') {
  lesson.open({ language });
  return lesson.run(`${model}${source}`);
}

describe('accuracyReport', () => {
  it('shows the accuracy by class and the examples with the highest loss first', async () => {
    const state = await run(
      "await accuracyReport(model, predictions, labels, { classNames: ['cat', 'dog', 'eel'], ids: ['a', 'b', 'c', 'd'], worst: 2 })",
    );
    const [report] = partsOf(state.outputs, 'report');
    expect(report).toMatchObject({
      total: 4,
      right: 3,
      classNames: ['cat', 'dog', 'eel'],
      matrix: [
        [1, 0, 0],
        [1, 1, 0],
        [0, 0, 1],
      ],
    });
    expect(report?.worst.map(({ name, label, predicted }) => [name, label, predicted])).toEqual([
      ['c', 'dog', 'cat'],
      ['d', 'eel', 'eel'],
    ]);
    expect(report?.worst[0]?.loss).toBeCloseTo(-Math.log(0.3), 5);
    expect(report?.worst[0]?.probability).toBeCloseTo(0.6, 5);
    expect(report?.worst[0]?.picture).toBeNull();
    // The returned value is not shown again, and there is no warning.
    expect(state.outputs.map(({ kind }) => kind)).toEqual(['report']);
  });

  it('shows each picture once, with the number of its copies, and the mistakes first', async () => {
    const state = await run(
      `const { worst } = await accuracyReport(model, predictions, labels, { ids: ['a', 'b', 'b', 'd'], pictures: tf.ones([4, 8, 8, 3]) });
       worst.map(({ id }) => id).join()`,
    );
    const [report] = partsOf(state.outputs, 'report');
    expect(report?.worst.map(({ name, copies }) => [name, copies])).toEqual([
      ['b', 2],
      ['d', 1],
      ['a', 1],
    ]);
    expect(valuesOf(state)).toEqual(['"b,d,a"']);
    expect(report?.examples.map(({ label, predicted }) => [label, predicted])).toEqual([
      [1, 0],
      [2, 2],
      [0, 0],
      [1, 1],
    ]);
    expect(report?.examples[0]?.picture).toMatchObject({ width: 8, height: 8 });
  });

  it('draws charts instead of a matrix for many classes', async () => {
    const state = await run(
      `const wide = tf.sequential({ layers: [tf.layers.activation({ activation: 'linear', inputShape: [40] })] });
       await accuracyReport(wide, tf.eye(40), tf.range(0, 40, 1, 'int32'));`,
    );
    expect(partsOf(state.outputs, 'report')[0]).toMatchObject({
      total: 40,
      right: 40,
      matrix: [],
      examples: [],
    });
    const calls = partsOf(state.outputs, 'chart').map(({ call }) => call);
    expect(calls).toMatchObject([
      {
        path: 'show.perClassAccuracy',
        data: expect.toSatisfy((rows: readonly unknown[]) => rows.length === 40),
      },
      { path: 'render.confusionMatrix' },
    ]);
  });

  it.each([
    ['a column of class numbers', 'labels.expandDims(1)'],
    ['one-hot rows', 'tf.oneHot(labels, 3)'],
  ])('reads labels as %s', async (_, ys) => {
    const state = await run(
      `const report = await accuracyReport(model, predictions, ${ys}); report.accuracy`,
    );
    expect(valuesOf(state)).toEqual(['0.75']);
  });

  it('recognizes logits', async () => {
    const state = await run(
      'const report = await accuracyReport(model, predictions.log().mul(2), labels); report.worst[0].probability > 0.7',
    );
    expect(valuesOf(state)).toEqual(['true']);
  });

  it('handles a model with one output for two classes', async () => {
    const state = await run(
      `const binary = tf.sequential({ layers: [tf.layers.activation({ activation: 'linear', inputShape: [1] })] });
       const { accuracy, confusion } = await accuracyReport(binary, tf.tensor2d([[0.9], [0.4], [0.2]]), tf.tensor1d([1, 1, 0]));
       JSON.stringify([Math.round(accuracy * 3), confusion])`,
    );
    expect(valuesOf(state)).toEqual(['"[2,[[1,0],[1,1]]]"']);
  });

  it('shows pictures for examples that are features', async () => {
    const state = await run(
      'await accuracyReport(model, predictions, labels, { pictures: tf.range(0, 4).reshape([4, 1, 1, 1]).tile([1, 16, 12, 3]).div(3), worst: 1 })',
    );
    const picture = partsOf(state.outputs, 'report')[0]?.worst[0]?.picture;
    expect(picture).toMatchObject({ width: 12, height: 16 });
    // A uniform picture is scaled by the range of all pictures together, so it is 2/3 of white.
    expect([...new Uint8Array(picture?.pixels ?? new ArrayBuffer(0)).slice(0, 4)]).toEqual([
      170, 170, 170, 255,
    ]);
  });

  it('warns if the model predicts one class for all examples', async () => {
    const state = await run(
      "await accuracyReport(model, tf.tensor2d([[0.9, 0.1, 0], [0.8, 0.1, 0.1], [0.4, 0.3, 0.3], [0.5, 0.2, 0.3]]), labels, { classNames: ['cat', 'dog', 'eel'] })",
    );
    expect(partsOf(state.outputs, 'note')[0]?.text).toContain('The model says “cat” to all 4 examples');
  });

  it.each([
    ['accuracyReport(model, predictions, tf.tensor1d([0, 1]))', 'There are 4 examples and 2 labels.'],
    [
      'accuracyReport(model, predictions, tf.tensor1d([0, 1, 2, 3]))',
      'The labels [4] do not fit the model’s 3 classes.',
    ],
    [
      "accuracyReport(model, predictions, labels, { classNames: ['cat'] })",
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
      'await accuracyReport(model, predictions, labels); const before = tf.memory().numTensors; await accuracyReport(model, predictions, labels, { pictures: tf.tidy(() => tf.zeros([4, 8, 8, 3])) }); tf.memory().numTensors - before',
    );
    expect(valuesOf(state)).toEqual(['1']);
  });
});

describe('modelCard', () => {
  it('shows the card and offers it as a file', async () => {
    const state = await run(`import { modelCard } from 'deshielo';
const report = await accuracyReport(model, predictions, labels, { classNames: ['cat', 'dog', 'eel'] });
await modelCard(model, { report, name: 'my / pets', author: 'Ada' });`);
    const [card] = partsOf(state.outputs, 'markdown');
    expect(card?.text).toContain('says “cat” to dog: once');
    const [file] = partsOf(state.outputs, 'download').flatMap(({ files }) => files);
    expect(file?.name).toBe('my - pets.md');
    expect(new TextDecoder().decode(file?.bytes)).toBe(`${card?.text}\n`);
  });

  it('fails without a report', async () => {
    const state = await run("(await import('deshielo')).modelCard(model, {})", 'es');
    expect(errorOf(state).what).toBe('modelCard necesita el resultado de accuracyReport.');
  });
});
