import { describe, expect, it } from 'vitest';
import type { OutputOf } from '../../src/lessons-runtime/protocol/output.ts';
import { partsOf, useTestLesson } from '../support/kernel-over-channel.ts';

const lesson = useTestLesson({ timeout: 30_000 });

/** Two linearly separable classes, and networks that learners write. */
const setting = `
const n = 60;
const sign = tf.range(0, n).mod(2).mul(2).sub(1);
const xs = tf.tidy(() => sign.expandDims(1).mul(tf.ones([n, 20])).add(tf.randomNormal([n, 20], 0, 0.5, 'float32', 3)));
const labels = sign.add(1).div(2);
const ys = tf.oneHot(labels.toInt(), 2).toFloat();
const hard = xs.add(tf.randomNormal([n, 20], 0, 4, 'float32', 5));
const net = (units = 2, activation = 'softmax') => tf.sequential({ layers: [
  tf.layers.dense({ units: 8, inputShape: [20], activation: 'relu', kernelInitializer: tf.initializers.glorotUniform({ seed: 1 }) }),
  tf.layers.dense({ units, activation, name: 'head', kernelInitializer: tf.initializers.glorotUniform({ seed: 2 }) }),
] });
const good = () => ({ optimizer: tf.train.adam(0.01), loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
`;

async function notes(source: string, language: 'es' | 'en' = 'en'): Promise<readonly OutputOf<'note'>[]> {
  lesson.open({ language });
  await lesson.run(setting, 'setting');
  const state = await lesson.run(source);
  expect(partsOf(state.outputs, 'error')).toEqual([]);
  return partsOf(state.outputs, 'note').filter(({ text }) => !text.includes('tensor'));
}

interface Pitfall {
  readonly name: string;
  readonly source: string;
  readonly message: RegExp;
  /** The line to change. */
  readonly line: number;
  readonly fixed: string;
}

const pitfalls: readonly Pitfall[] = [
  {
    name: 'a learning rate that makes the loss NaN',
    source: `const model = net(2, 'linear');
model.compile({ optimizer: tf.train.sgd(1e6), loss: 'meanSquaredError' });
await model.fit(xs, ys, { epochs: 6 });`,
    message: /^The loss is NaN since epoch \d: .*\(now 1,000,000\).*`tf\.train\.sgd\(100000\)`/,
    line: 2,
    fixed: `const model = net(2, 'linear');
model.compile({ optimizer: tf.train.sgd(0.01), loss: 'meanSquaredError' });
await model.fit(xs, ys, { epochs: 6 });`,
  },
  {
    name: 'a learning rate that makes the loss jump',
    source: `const model = net();
model.compile(good());
const warmUp = { onEpochEnd: async (epoch) => { if (epoch === 9) model.optimizer.learningRate = 5; } };
await model.fit(hard, ys, { epochs: 14, callbacks: warmUp });`,
    message: /^The loss jumped from .* to .* in epoch 1\d.*\(now 5\).*`tf\.train\.adam\(0\.5\)`/,
    line: 2,
    fixed: `const model = net();
model.compile(good());
const warmUp = { onEpochEnd: async (epoch) => { if (epoch === 9) model.optimizer.learningRate = 0.001; } };
await model.fit(hard, ys, { epochs: 14, batchSize: 8, callbacks: warmUp });`,
  },
  {
    name: 'fine-tuning with the learning rate of the head',
    source: `const model = net();
model.compile(good());
await model.fit(hard, ys, { epochs: 20 });

model.compile({ ...good(), optimizer: tf.train.adam(3) });
await model.fit(hard, ys, { epochs: 2 });`,
    message:
      /^The model had come down to a loss of .*for fine-tuning the rate is too high \(now 3\).*`tf\.train\.adam\(0\.3\)`/,
    line: 5,
    fixed: `const model = net();
model.compile(good());
await model.fit(hard, ys, { epochs: 20 });

model.compile({ ...good(), optimizer: tf.train.adam(0.001) });
await model.fit(hard, ys, { epochs: 2 });`,
  },
  {
    name: 'a loss that stays at ln K',
    source: `const model = net();
model.compile({ ...good(), optimizer: tf.train.sgd(1e-9) });
await model.fit(xs.mul(0.01), ys, { epochs: 4 });`,
    message: /^The loss stays at 0\.69\d ≈ ln 2.*`tf\.train\.sgd\(1e-8\)`/,
    line: 2,
    fixed: `const model = net();
model.compile(good());
await model.fit(xs.mul(0.1), ys, { epochs: 4 });`,
  },
  {
    name: 'one class predicted for all examples',
    source: `const model = net();
model.compile({ ...good(), optimizer: tf.train.sgd(1e-9) });
model.layers[1].setWeights([tf.zeros([8, 2]), tf.tensor1d([2, 0])]);
await model.fit(xs, ys, { epochs: 3 });`,
    message: /^After training, the model gives class 0 to all 32 examples/,
    line: 4,
    fixed: `const model = net();
model.compile(good());
await model.fit(xs, ys, { epochs: 3 });`,
  },
  {
    name: 'validation data that is also training data',
    source: `const model = net();
model.compile(good());
await model.fit(xs, ys, { epochs: 2, validationData: [xs.slice(10, 12), ys.slice(10, 12)] });`,
    message: /^12 of the 12 examples of `validationData` are among those of the training/,
    line: 3,
    fixed: `const model = net();
model.compile(good());
await model.fit(xs.slice(0, 48), ys.slice(0, 48), { epochs: 2, validationData: [xs.slice(48), ys.slice(48)] });`,
  },
  {
    name: 'a head with the wrong number of classes',
    source: `const model = net(1000);
model.compile({ ...good(), loss: 'sparseCategoricalCrossentropy' });
await model.fit(xs, labels, { epochs: 2 });`,
    message: /^The last layer has 1000 outputs, and the labels are of 2 classes.*units: 2/,
    line: 3,
    fixed: `const model = net(2);
model.compile({ ...good(), loss: 'sparseCategoricalCrossentropy' });
await model.fit(xs, labels, { epochs: 2 });`,
  },
  {
    name: 'a softmax with one output',
    source: `const model = net(1);
model.compile({ ...good(), loss: 'binaryCrossentropy' });
await model.fit(xs, labels, { epochs: 2 });`,
    message: /^The last layer is a softmax of a single output/,
    line: 3,
    fixed: `const model = net(1, 'sigmoid');
model.compile({ ...good(), loss: 'binaryCrossentropy' });
await model.fit(xs, labels, { epochs: 2 });`,
  },
];

describe.each(pitfalls)('$name', ({ source, message, line, fixed }) => {
  it('is reported with the line to change', async () => {
    const found = await notes(source);
    expect(found.map(({ text }) => text)).toEqual([expect.stringMatching(message)]);
    expect(found[0]?.place).toMatchObject({ cell: 'a', line });
  });

  it('is not reported for the fixed code', async () => {
    expect(await notes(fixed)).toEqual([]);
  });
});

describe('the pitfall detector', () => {
  it('reports in the page’s language', async () => {
    const [note] = await notes(pitfalls[0]?.source ?? '', 'es');
    expect(note?.text).toMatch(/^La pérdida es NaN desde la época \d: los pesos se dispararon/);
  });

  it('reports a pitfall once for each compile', async () => {
    const source = `const model = net();
model.compile(good());
for (let i = 0; i < 3; i++) await model.fit(xs, ys, { epochs: 1, validationData: [xs, ys] });`;
    expect(await notes(source)).toHaveLength(1);
  });

  it('does not report a jump of the loss for a new task', async () => {
    const found = await notes(`const model = net();
model.compile(good());
await model.fit(xs, ys, { epochs: 20 });
const others = tf.oneHot(tf.scalar(1).sub(labels).toInt(), 2).toFloat();
await model.fit(xs, others, { epochs: 3 });`);
    expect(found).toEqual([]);
  });

  it('keeps the learner’s callbacks', async () => {
    await lesson.run(setting, 'setting');
    const state = await lesson.run(`
      const calls = [];
      const model = net(); model.compile(good());
      const listen = (name) => ({ onEpochEnd: async (epoch, logs) => { calls.push(name + epoch + typeof logs.loss); } });
      await model.fit(xs, ys, { epochs: 1, callbacks: listen('a') });
      await model.fit(xs, ys, { epochs: 1, callbacks: [listen('b'), listen('c')] });
      const { history } = await model.fit(xs, ys, { epochs: 2 });
      calls.join() + history.loss.length + typeof history.loss[0]`);
    expect(partsOf(state.outputs, 'value').at(-1)?.value.text).toBe('"a0number,b0number,c0number2number"');
  });

  it('leaves no tensor behind', async () => {
    await lesson.run(setting, 'setting');
    const state = await lesson.run(`
      const model = net(); model.compile({ ...good(), optimizer: tf.train.sgd(1e-9) });
      const held = [xs.slice(0, 10), ys.slice(0, 10)];
      model.layers[1].setWeights([tf.zeros([8, 2]), tf.tensor1d([2, 0])]);
      await model.fit(xs, ys, { epochs: 3, validationData: held });
      const before = tf.memory().numTensors;
      await model.fit(xs, ys, { epochs: 3, validationData: held });
      tf.memory().numTensors - before`);
    expect(partsOf(state.outputs, 'value').at(-1)?.value.text).toBe('0');
  });

  it('checks trainings with a dataset', async () => {
    const found = await notes(`const model = net(2, 'linear');
model.compile({ optimizer: tf.train.sgd(1e6), loss: 'meanSquaredError' });
const batches = tf.data.generator(function* () { for (let i = 0; i < 4; i++) yield { xs: xs.clone(), ys: ys.clone() }; });
await model.fitDataset(batches, { epochs: 4 });`);
    expect(found.map(({ text }) => text)).toEqual([expect.stringMatching(/^The loss is NaN/)]);
  });
});
