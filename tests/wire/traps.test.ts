import { afterEach, describe, expect, it, vi } from 'vitest';
import type { OutputOf } from '../../src/lessons-runtime/protocol/output.ts';
import { createTestLesson, partsOf, type TestLesson } from '../support/kernel-over-channel.ts';

vi.setConfig({ testTimeout: 30_000 });

let lesson: TestLesson;
afterEach(() => lesson.close());

/** Two clouds that a line tells apart, and the nets that learners write. */
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
  lesson = createTestLesson({ language });
  await lesson.run(setting, 'setting');
  const state = await lesson.run(source);
  expect(partsOf(state.outputs, 'error')).toEqual([]);
  return partsOf(state.outputs, 'note').filter(({ text }) => !text.includes('tensor'));
}

interface Trap {
  readonly name: string;
  readonly falls: string;
  readonly says: RegExp;
  /** The line to change. */
  readonly line: number;
  readonly doesNot: string;
}

const traps: readonly Trap[] = [
  {
    name: 'a rate that makes the loss NaN',
    falls: `const model = net(2, 'linear');
model.compile({ optimizer: tf.train.sgd(1e6), loss: 'meanSquaredError' });
await model.fit(xs, ys, { epochs: 6 });`,
    says: /^The loss is NaN since epoch \d: .*\(now 1,000,000\).*`tf\.train\.sgd\(100000\)`/,
    line: 2,
    doesNot: `const model = net(2, 'linear');
model.compile({ optimizer: tf.train.sgd(0.01), loss: 'meanSquaredError' });
await model.fit(xs, ys, { epochs: 6 });`,
  },
  {
    name: 'a rate at which the loss jumps',
    falls: `const model = net();
model.compile(good());
const warmUp = { onEpochEnd: async (epoch) => { if (epoch === 9) model.optimizer.learningRate = 5; } };
await model.fit(hard, ys, { epochs: 14, callbacks: warmUp });`,
    says: /^The loss jumped from .* to .* in epoch 1\d.*\(now 5\).*`tf\.train\.adam\(0\.5\)`/,
    line: 2,
    doesNot: `const model = net();
model.compile(good());
const warmUp = { onEpochEnd: async (epoch) => { if (epoch === 9) model.optimizer.learningRate = 0.001; } };
await model.fit(hard, ys, { epochs: 14, batchSize: 8, callbacks: warmUp });`,
  },
  {
    name: 'fine-tuning at the rate of the head',
    falls: `const model = net();
model.compile(good());
await model.fit(hard, ys, { epochs: 20 });

model.compile({ ...good(), optimizer: tf.train.adam(3) });
await model.fit(hard, ys, { epochs: 2 });`,
    says: /^The model had come down to a loss of .*for fine-tuning the rate is too high \(now 3\).*`tf\.train\.adam\(0\.3\)`/,
    line: 5,
    doesNot: `const model = net();
model.compile(good());
await model.fit(hard, ys, { epochs: 20 });

model.compile({ ...good(), optimizer: tf.train.adam(0.001) });
await model.fit(hard, ys, { epochs: 2 });`,
  },
  {
    name: 'a loss that stays at ln K',
    falls: `const model = net();
model.compile({ ...good(), optimizer: tf.train.sgd(1e-9) });
await model.fit(xs.mul(0.01), ys, { epochs: 4 });`,
    says: /^The loss stays at 0\.69\d ≈ ln 2.*`tf\.train\.sgd\(1e-8\)`/,
    line: 2,
    doesNot: `const model = net();
model.compile(good());
await model.fit(xs.mul(0.1), ys, { epochs: 4 });`,
  },
  {
    name: 'one class told to all',
    falls: `const model = net();
model.compile({ ...good(), optimizer: tf.train.sgd(1e-9) });
model.layers[1].setWeights([tf.zeros([8, 2]), tf.tensor1d([2, 0])]);
await model.fit(xs, ys, { epochs: 3 });`,
    says: /^After training, the model gives class 0 to all 32 examples/,
    line: 4,
    doesNot: `const model = net();
model.compile(good());
await model.fit(xs, ys, { epochs: 3 });`,
  },
  {
    name: 'validation data that is trained on',
    falls: `const model = net();
model.compile(good());
await model.fit(xs, ys, { epochs: 2, validationData: [xs.slice(10, 12), ys.slice(10, 12)] });`,
    says: /^12 of the 12 examples of `validationData` are among those of the training/,
    line: 3,
    doesNot: `const model = net();
model.compile(good());
await model.fit(xs.slice(0, 48), ys.slice(0, 48), { epochs: 2, validationData: [xs.slice(48), ys.slice(48)] });`,
  },
  {
    name: 'a head of other classes',
    falls: `const model = net(1000);
model.compile({ ...good(), loss: 'sparseCategoricalCrossentropy' });
await model.fit(xs, labels, { epochs: 2 });`,
    says: /^The last layer has 1000 outputs, and the labels are of 2 classes.*units: 2/,
    line: 3,
    doesNot: `const model = net(2);
model.compile({ ...good(), loss: 'sparseCategoricalCrossentropy' });
await model.fit(xs, labels, { epochs: 2 });`,
  },
  {
    name: 'a softmax of one output',
    falls: `const model = net(1);
model.compile({ ...good(), loss: 'binaryCrossentropy' });
await model.fit(xs, labels, { epochs: 2 });`,
    says: /^The last layer is a softmax of a single output/,
    line: 3,
    doesNot: `const model = net(1, 'sigmoid');
model.compile({ ...good(), loss: 'binaryCrossentropy' });
await model.fit(xs, labels, { epochs: 2 });`,
  },
];

describe.each(traps)('$name', ({ falls, says, line, doesNot }) => {
  it('is told, with the line to change', async () => {
    const told = await notes(falls);
    expect(told.map(({ text }) => text)).toEqual([expect.stringMatching(says)]);
    expect(told[0]?.place).toMatchObject({ cell: 'a', line });
  });

  it('is not seen where it is not', async () => {
    expect(await notes(doesNot)).toEqual([]);
  });
});

describe('the trap detector', () => {
  it('speaks the page’s language', async () => {
    const [note] = await notes(traps[0]?.falls ?? '', 'es');
    expect(note?.text).toMatch(/^La pérdida es NaN desde la época \d: los pesos se dispararon/);
  });

  it('says a thing once for each compile', async () => {
    const falls = `const model = net();
model.compile(good());
for (let i = 0; i < 3; i++) await model.fit(xs, ys, { epochs: 1, validationData: [xs, ys] });`;
    expect(await notes(falls)).toHaveLength(1);
  });

  it('takes a new task for what it is, not for a jump', async () => {
    const told = await notes(`const model = net();
model.compile(good());
await model.fit(xs, ys, { epochs: 20 });
const others = tf.oneHot(tf.scalar(1).sub(labels).toInt(), 2).toFloat();
await model.fit(xs, others, { epochs: 3 });`);
    expect(told).toEqual([]);
  });

  it('keeps the learner’s own callbacks, one or several', async () => {
    lesson = createTestLesson();
    await lesson.run(setting, 'setting');
    const state = await lesson.run(`
      const heard = [];
      const model = net(); model.compile(good());
      const listen = (name) => ({ onEpochEnd: async (epoch, logs) => { heard.push(name + epoch + typeof logs.loss); } });
      await model.fit(xs, ys, { epochs: 1, callbacks: listen('a') });
      await model.fit(xs, ys, { epochs: 1, callbacks: [listen('b'), listen('c')] });
      const { history } = await model.fit(xs, ys, { epochs: 2 });
      heard.join() + history.loss.length + typeof history.loss[0]`);
    expect(partsOf(state.outputs, 'value').at(-1)?.value.text).toBe('"a0number,b0number,c0number2number"');
  });

  it('leaves no tensor behind', async () => {
    lesson = createTestLesson();
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

  it('watches a dataset, too', async () => {
    const told = await notes(`const model = net(2, 'linear');
model.compile({ optimizer: tf.train.sgd(1e6), loss: 'meanSquaredError' });
const batches = tf.data.generator(function* () { for (let i = 0; i < 4; i++) yield { xs: xs.clone(), ys: ys.clone() }; });
await model.fitDataset(batches, { epochs: 4 });`);
    expect(told.map(({ text }) => text)).toEqual([expect.stringMatching(/^The loss is NaN/)]);
  });
});
