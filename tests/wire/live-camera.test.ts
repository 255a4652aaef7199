import { describe, expect, it, vi } from 'vitest';
import type { OutputOf } from '../../src/lessons-runtime/protocol/output.ts';
import { errorOf, partsOf, useTestLesson, valuesOf } from '../support/kernel-over-channel.ts';

const lesson = useTestLesson({ timeout: 20_000 });

/** A classifier of pictures of 4 × 2 pixels: the brighter the picture, the more probable its second class. */
const model = `
import { liveCamera } from 'deshielo';
const model = tf.sequential({ layers: [
  tf.layers.flatten({ inputShape: [2, 4, 3] }),
  tf.layers.dense({ units: 2, activation: 'softmax' }),
] });
model.layers[1].setWeights([tf.stack([tf.zeros([24]), tf.ones([24])], 1), tf.tensor([0, -12])]);
const preprocess = (pixels) => pixels.div(255);
const classNames = ['dark', 'bright'];`;
const show = 'await liveCamera(model, { classNames, preprocess });';

function view(cell = 'live'): OutputOf<'live'> {
  const [part] = partsOf(lesson.outputs(cell), 'live');
  if (part === undefined) throw new Error('no live view');
  return part;
}

/** RGBA pixels of one grey value. */
const grey = (value: number): ArrayBuffer => new Uint8ClampedArray(4 * 2 * 4).fill(value).buffer;

/** Sends a picture and returns the answer to it. */
async function classify(frame: number, value: number): Promise<NonNullable<OutputOf<'live'>['answer']>> {
  lesson.session.classify(lesson.session.cell('live').run, view().id, frame, grey(value));
  await vi.waitFor(() => expect(view().answer?.frame).toBe(frame));
  const { answer } = view();
  if (answer === null) throw new Error('no answer');
  return answer;
}

async function open(): Promise<void> {
  await lesson.run(model, 'model');
  expect((await lesson.run(show, 'live')).status).toBe('done');
}

describe('liveCamera', () => {
  it('shows a view with the size of the model’s input and the names of its classes', async () => {
    await open();
    expect(lesson.outputs('live')).toEqual([
      {
        kind: 'live',
        id: view().id,
        width: 4,
        height: 2,
        classNames: ['dark', 'bright'],
        answer: null,
      },
    ]);
  });

  it('answers pictures with probabilities, and leaves no tensor behind', async () => {
    await open();
    const count = 'tf.memory().numTensors';
    const before = valuesOf(await lesson.run(count, 'count'));
    const dark = await classify(1, 0);
    expect(dark.problem).toBeNull();
    expect(dark.probabilities[0]).toBeGreaterThan(0.99);
    const bright = await classify(2, 255);
    expect(bright.probabilities[1]).toBeGreaterThan(0.99);
    expect((bright.probabilities[0] ?? 1) + (bright.probabilities[1] ?? 1)).toBeCloseTo(1);
    expect(valuesOf(await lesson.run(count, 'count'))).toEqual(before);
  });

  it('prepares pictures as imageDataset does', async () => {
    await lesson.run(
      `${model}
       import { imageDataset } from 'deshielo';
       const values = [];
       const keep = (pixels) => { values.push(pixels.shape.join() + ' ' + [...pixels.dataSync().slice(0, 3)]); return pixels; };
       const picture = tf.tidy(() => tf.fill([2, 4, 3], 7));
       await (await imageDataset({ images: [picture], labels: [0], targetSize: [2, 4], preprocess: keep })).toTensors();`,
      'model',
    );
    await lesson.run('await liveCamera(model, { classNames, preprocess: keep });', 'live');
    await classify(1, 7);
    expect(valuesOf(await lesson.run("values.join('; ')", 'see'))).toEqual([
      '"1,2,4,3 7,7,7; 1,2,4,3 7,7,7"',
    ]);
  });

  it('waits with a picture until the running cell has ended', async () => {
    await open();
    const wait = lesson.run('await new Promise((done) => setTimeout(done, 150));', 'wait');
    await vi.waitFor(() => expect(lesson.session.cell('wait').status).toBe('running'));
    lesson.session.classify(lesson.session.cell('live').run, view().id, 1, grey(0));
    await wait;
    expect(view().answer).toBeNull();
    await vi.waitFor(() => expect(view().answer?.frame).toBe(1));
  });

  it('uses the weights that the model has meanwhile', async () => {
    await open();
    expect((await classify(1, 255)).probabilities[1]).toBeGreaterThan(0.9);
    await lesson.run('model.layers[1].setWeights([tf.zeros([24, 2]), tf.tensor([9, 0])]);', 'train');
    expect((await classify(2, 255)).probabilities[0]).toBeGreaterThan(0.9);
  });

  it('takes a single output as the probability of the second class', async () => {
    await lesson.run(
      `import { liveCamera } from 'deshielo';
       const model = tf.sequential({ layers: [
         tf.layers.flatten({ inputShape: [2, 4, 3] }), tf.layers.dense({ units: 1, activation: 'sigmoid', kernelInitializer: 'zeros' }),
       ] });
       await liveCamera(model);`,
      'live',
    );
    expect(view().classNames).toEqual(['0', '1']);
    expect((await classify(1, 9)).probabilities).toEqual([0.5, 0.5]);
  });

  it('says that the model is disposed of, answers NaN, or cannot take the picture', async () => {
    await open();
    await lesson.run('model.layers[1].setWeights([tf.fill([24, 2], NaN), tf.zeros([2])]);', 'break');
    expect(await classify(1, 9)).toMatchObject({ probabilities: [], problem: expect.stringMatching(/NaN/) });
    await lesson.run('model.dispose();', 'free');
    expect(await classify(2, 9)).toMatchObject({
      probabilities: [],
      problem: expect.stringMatching(/no longer exists/),
    });
    await lesson.run(model, 'model');
    await lesson.run(
      "await liveCamera(model, { preprocess: () => { throw new Error('of my own'); } });",
      'live',
    );
    expect((await classify(3, 9)).problem).toContain('(of my own)');
    expect((await lesson.run('1')).status).toBe('done');
  });

  it('releases the model when its cell has run again', async () => {
    await open();
    const { run } = lesson.session.cell('live');
    const { id } = view();
    await lesson.run(show, 'live');
    lesson.session.classify(run, id, 1, grey(0));
    await classify(2, 0);
    expect(
      lesson.history.filter(([, { outputs }]) => partsOf(outputs, 'live')[0]?.answer?.frame === 1),
    ).toEqual([]);
  });

  it('ends with the worker', async () => {
    await open();
    const { run } = lesson.session.cell('live');
    expect(lesson.session.holds(run)).toBe(true);
    lesson.session.restart();
    expect(lesson.session.holds(run)).toBe(false);
    lesson.session.classify(run, view().id, 1, grey(0));
    await lesson.run('1');
    expect(lesson.session.holds(run)).toBe(false);
    expect(view().answer).toBeNull();
  });

  it.each([
    ['liveCamera(model, { classNames: ["a"] })', 'classNames has 1 name'],
    ['liveCamera(model, { preprocess: 3 })', 'preprocess has to be a function'],
    ['liveCamera(3)', 'That is no layers model.'],
    ['liveCamera(tf.sequential())', 'liveCamera needs a model whose input is a colour picture'],
    [
      'liveCamera(tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3] })] }))',
      'the input of this one is [null, 3]',
    ],
    [
      'liveCamera(tf.sequential({ layers: [tf.layers.conv2d({ filters: 2, kernelSize: 1, inputShape: [8, 8, 3] })] }))',
      'which is not a classifier’s',
    ],
    [
      'liveCamera(tf.sequential({ layers: [tf.layers.flatten({ inputShape: [2, 2, 3] }), tf.layers.dense({ units: 40 })] }))',
      'tells 40 classes apart, and at most 30',
    ],
  ])('%s: %s', async (call, what) => {
    expect(errorOf(await lesson.run(`${model}await ${call}`)).what).toContain(what);
  });
});
