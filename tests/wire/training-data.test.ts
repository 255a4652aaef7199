import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/lessons-runtime/shared/language.ts';
import { errorOf, partsOf, useTestLesson } from '../support/kernel-over-channel.ts';

const lesson = useTestLesson({ timeout: 20_000 });

/** A classifier of rows of four into three classes. */
const model = (loss: string, units = 3) => `
  const model = tf.sequential({ layers: [tf.layers.dense({ units: ${units}, activation: 'softmax', inputShape: [4] })] });
  model.compile({ optimizer: 'sgd', loss: '${loss}' });
`;
const oneHot = 'tf.oneHot(tf.tensor1d([0, 1], "int32"), 3)';

async function trainingError(source: string) {
  const error = errorOf(await lesson.run(source));
  return `${error.name}: ${error.what} ${error.advice}`;
}

describe('a training is refused with the tensor, its shape and a remedy for', () => {
  const categorical = model('categoricalCrossentropy');
  const sparse = model('sparseCategoricalCrossentropy');
  it.each([
    [
      'xs of another width',
      categorical,
      `tf.zeros([2, 5]), ${oneHot}`,
      /xs is \[2, 5\].*input is \[null, 4\].*inputShape/,
    ],
    [
      'one example without a batch',
      categorical,
      `tf.zeros([4]), ${oneHot}`,
      /xs lacks the batch axis: its shape is \[4\].*xs\.expandDims\(0\)/,
    ],
    ['no examples', categorical, `tf.zeros([0, 4]), tf.zeros([0, 3])`, /xs has no examples/],
    [
      'more labels than examples',
      categorical,
      `tf.zeros([3, 4]), ${oneHot}`,
      /xs has 3 examples \(\[3, 4\]\), and ys has 2 \(\[2, 3\]\)/,
    ],
    [
      'class numbers for a one-hot loss',
      categorical,
      'tf.zeros([2, 4]), tf.tensor1d([0, 2])',
      /class numbers \[2\].*\[null, 3\].*tf\.oneHot\(ys.*, 3\).*sparseCategoricalCrossentropy/,
    ],
    [
      'one-hot for a sparse loss',
      sparse,
      `tf.zeros([2, 4]), ${oneHot}`,
      /ys is one-hot \[2, 3\].*categoricalCrossentropy/,
    ],
    [
      'too many classes',
      categorical,
      'tf.zeros([2, 4]), tf.zeros([2, 5])',
      /ys tells 5 classes apart.*3 outputs.*units: 5/,
    ],
    [
      'a label too large',
      sparse,
      'tf.zeros([2, 4]), tf.tensor1d([0, 3])',
      /ys \[2\] has the label 3, and with 3 classes they go from 0 to 2/,
    ],
    ['a label below 0', sparse, 'tf.zeros([2, 4]), tf.tensor1d([-1, 2])', /has the label -1/],
    ['half a label', sparse, 'tf.zeros([2, 4]), tf.tensor1d([0.5, 2])', /not whole numbers/],
    [
      'labels that are not one-hot',
      categorical,
      'tf.zeros([2, 4]), tf.tensor2d([[1, 1, 0], [0, 1, 0]])',
      /no probabilities: Σ = 2/,
    ],
    [
      'labels beyond 1',
      categorical,
      'tf.zeros([2, 4]), tf.tensor2d([[1, 2, 3], [0, 1, 0]])',
      /no probabilities: 0 … 3/,
    ],
    [
      'NaN in xs',
      categorical,
      `tf.tensor2d([[1, 1, 1, 1], [1, NaN, NaN, 1]]), ${oneHot}`,
      /xs \[2, 4\] has 2 values that are NaN or infinite; the first is in example 1/,
    ],
    [
      'infinity in ys',
      model('meanSquaredError', 1),
      'tf.zeros([2, 4]), tf.tensor2d([[1], [1 / 0]])',
      /ys \[2, 1\] has 1 value that is NaN or infinite/,
    ],
    [
      'labels of -1 and 1 for two classes',
      model('binaryCrossentropy', 1),
      'tf.zeros([2, 4]), tf.tensor2d([[-1], [1]])',
      /no probabilities: -1 … 1, and binaryCrossentropy/,
    ],
    [
      'targets of another shape',
      model('meanSquaredError', 2),
      'tf.zeros([2, 4]), tf.zeros([2, 3])',
      /ys is \[2, 3\].*output is \[null, 2\]/,
    ],
    ['text', categorical, `tf.fill([2, 4], 'a', 'string'), ${oneHot}`, /is text/],
    [
      'a list',
      categorical,
      `[[1, 2, 3, 4]] as any, ${oneHot}`,
      /xs has to be a tensor, and is a JavaScript list.*tf\.tensor2d/,
    ],
    ['a promise', categorical, `Promise.resolve(1) as any, ${oneHot}`, /xs .*is a promise.*await/],
  ])('%s', async (_, made, data, message) => {
    expect(await trainingError(`${made}; await model.fit(${data}, { epochs: 1 })`)).toMatch(message);
  });

  it('validation data, by its name', async () => {
    const source = `${categorical}; await model.fit(tf.zeros([2, 4]), ${oneHot}, { validationData: [tf.zeros([2, 5]), ${oneHot}] })`;
    expect(await trainingError(source)).toMatch(/validationData\[0\] is \[2, 5\]/);
  });

  it('one batch', async () => {
    expect(
      await trainingError(`${categorical}; await model.trainOnBatch(tf.zeros([2, 5]), ${oneHot})`),
    ).toMatch(/TrainingError: The shape of xs is \[2, 5\]/);
  });

  it('a dataset’s batch', async () => {
    const source = `${sparse}; await model.fitDataset(tf.data.array([
        { xs: tf.zeros([4]), ys: tf.scalar(9) }, { xs: tf.zeros([4]), ys: tf.scalar(1) },
      ]).batch(2), { epochs: 1 })`;
    expect(await trainingError(source)).toMatch(/TrainingError: ys \[2\] has the label 9/);
  });

  it('data, at the line that trains', async () => {
    const state = await lesson.run(`${categorical}\n\nawait model.fit(tf.zeros([2, 5]), ${oneHot});`);
    expect(errorOf(state).place).toMatchObject({ cell: 'a', line: 6 });
  });
});

describe.each(['es', 'en'] as const)('the messages in %s', (language: Language) => {
  it('are in that language', async () => {
    lesson.open({ language });
    const what = await trainingError(
      `${model('categoricalCrossentropy')}; await model.fit(tf.zeros([2, 5]), ${oneHot})`,
    );
    expect(what).toMatch(language === 'es' ? /La forma de xs es \[2, 5\]/ : /The shape of xs is \[2, 5\]/);
  });
});

describe('pixels from 0 to 255', () => {
  const net = (first: string) => `
    const net = tf.sequential({ layers: [${first} tf.layers.flatten({ inputShape: [2, 2, 3] }), tf.layers.dense({ units: 1 })] });
    net.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
    const xs = tf.randomUniform([4, 2, 2, 3], 0, 255), ys = tf.zeros([4, 1]);
    await net.fit(xs, ys, { epochs: 1 }); await net.fit(xs, ys, { epochs: 1 });`;
  const hints = async (source: string) =>
    partsOf((await lesson.run(source)).outputs, 'note').filter(({ text }) => text.includes('pixels'));

  it('cause one note, and the training continues', async () => {
    const [hint, ...more] = await hints(net(''));
    expect(hint?.text).toMatch(/`xs\.div\(255\)`.*`preprocessInput\(xs\)`/);
    expect(more).toEqual([]);
    expect(lesson.session.cell('a').status).toBe('done');
  });

  it('cause no note for a network that rescales them', async () => {
    expect(await hints(net('tf.layers.rescaling({ scale: 1 / 255, inputShape: [2, 2, 3] }),'))).toEqual([]);
  });
});

describe('a training is accepted with', () => {
  it.each([
    ['one-hot', model('categoricalCrossentropy'), `tf.zeros([2, 4]), ${oneHot}`],
    [
      'smoothed labels',
      model('categoricalCrossentropy'),
      'tf.zeros([1, 4]), tf.tensor2d([[0.9, 0.05, 0.05]])',
    ],
    ['class numbers', model('sparseCategoricalCrossentropy'), 'tf.zeros([2, 4]), tf.tensor1d([0, 2])'],
    [
      'a column of class numbers',
      model('sparseCategoricalCrossentropy'),
      'tf.zeros([2, 4]), tf.tensor2d([[0], [2]])',
    ],
    ['regression targets', model('meanSquaredError', 1), 'tf.zeros([2, 4]), tf.tensor1d([-300, 7.5])'],
    ['booleans', model('binaryCrossentropy', 1), 'tf.zeros([2, 4]), tf.tensor1d([1, 0], "bool")'],
    ['lists of tensors', model('meanSquaredError', 1), '[tf.zeros([2, 4])], [tf.zeros([2, 1])]'],
  ])('%s', async (_, made, data) => {
    const state = await lesson.run(
      `${made}; const history = await model.fit(${data}, { epochs: 2 }); history.epoch.length`,
    );
    expect(state.status, JSON.stringify(state.outputs)).toBe('done');
  });

  it('a dataset, without a leak', async () => {
    const state = await lesson.run(`${model('sparseCategoricalCrossentropy')}
      const rows = tf.data.generator(function* () { for (let i = 0; i < 6; i++) yield { xs: tf.zeros([4]), ys: tf.scalar(i % 3) }; }).batch(2);
      await model.fitDataset(rows, { epochs: 1 });
      const before = tf.memory().numTensors;
      await model.fitDataset(rows, { epochs: 2 });
      tf.memory().numTensors - before`);
    expect(partsOf(state.outputs, 'value').at(-1)?.value.text).toBe('0');
  });

  it('two inputs by name', async () => {
    const state = await lesson.run(`
      const a = tf.input({ shape: [2], name: 'a' }), b = tf.input({ shape: [3], name: 'b' });
      const sum = tf.layers.dense({ units: 1 }).apply(tf.layers.concatenate().apply([a, b]));
      const two = tf.model({ inputs: [a, b], outputs: sum as tf.SymbolicTensor });
      two.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
      await two.fit({ a: tf.zeros([2, 2]), b: tf.zeros([2, 3]) }, tf.zeros([2, 1]), { epochs: 1 });`);
    expect(state.status, JSON.stringify(state.outputs)).toBe('done');
    expect(
      await trainingError('await two.fit({ a: tf.zeros([2, 2]), b: tf.zeros([2, 4]) }, tf.zeros([2, 1]))'),
    ).toMatch(/xs\[1\] is \[2, 4\]/);
  });

  it('a custom loss with any labels', async () => {
    const state = await lesson.run(`
      const own = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [4] })] });
      own.compile({ optimizer: 'sgd', loss: (ys, predicted) => tf.mean(tf.square(predicted), -1) });
      await own.fit(tf.zeros([2, 4]), tf.ones([2, 3]).mul(7), { epochs: 1 });`);
    expect(state.status, JSON.stringify(state.outputs)).toBe('done');
  });
});
