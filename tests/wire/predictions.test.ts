import { readFile } from 'node:fs/promises';
import { describe, expect, it, vi } from 'vitest';
import { partsOf, useTestLesson, valuesOf } from '../support/kernel-over-channel.ts';

const lesson = useTestLesson({ timeout: 20_000 });

const readPublic = async (url: string): Promise<ArrayBuffer> =>
  Uint8Array.from(await readFile(url.replace('/site/', 'public/'))).buffer;

/** A model for pictures of 8 pixels whose most probable class is 281, a tabby cat. */
const model = `
import { decodePredictions } from 'deshielo';
const model = tf.sequential({ layers: [
  tf.layers.flatten({ inputShape: [8, 8, 3] }),
  tf.layers.dense({ units: 1000, activation: 'softmax', kernelInitializer: 'zeros' }),
] });
model.layers[1].setWeights([tf.zeros([192, 1000]), tf.oneHot(281, 1000).toFloat().mul(10)]);
const batch = tf.ones([2, 8, 8, 3]).mul(tf.tensor([0.5, 1]).reshape([2, 1, 1, 1]));
`;

async function run(source: string, language: 'es' | 'en' = 'en') {
  lesson.open({ language, fetchBytes: readPublic });
  return lesson.run(`${model}${source}`);
}

describe('the result of decodePredictions', () => {
  it('is shown as a card for each picture that was predicted', async () => {
    const { outputs } = await run('await decodePredictions(model.predict(batch), { top: 2 })');
    const [part] = partsOf(outputs, 'predictions');
    expect(part?.items.map(({ guesses }) => guesses[0])).toEqual(
      [0, 1].map(() => ({
        id: 'n02123045',
        label: 'tabby cat',
        probability: expect.closeTo(Math.exp(10) / (Math.exp(10) + 999), 4),
        index: 281,
      })),
    );
    expect(
      part?.items.map(({ picture }) => new Uint8Array(picture?.pixels ?? new ArrayBuffer(1))[0]),
    ).toEqual([128, 255]);
  });

  it('is shown with its picture after the input was disposed of, and more than once', async () => {
    const { outputs } = await run(
      `const one = batch.slice(0, 1);
       const [guesses] = await decodePredictions(model.predict(one), { top: 3 });
       one.dispose();
       display(guesses);
       guesses`,
      'es',
    );
    const parts = partsOf(outputs, 'predictions');
    expect(parts.map(({ items }) => items[0]?.guesses.length)).toEqual([3, 3]);
    expect(parts.map(({ items }) => items[0]?.picture?.pixels.byteLength)).toEqual([256, 256]);
    expect(parts[0]?.items[0]?.guesses[0]?.label).toBe('gato atigrado');
  });

  it('is shown without a picture if the input was disposed of before, or is unknown', async () => {
    const { outputs } = await run(
      `display(await decodePredictions(tf.tidy(() => model.predict(batch.slice(0, 1)))));
       display(await decodePredictions(model.predict(batch).slice(0, 1)));`,
    );
    expect(partsOf(outputs, 'predictions').map(({ items }) => items[0]?.picture)).toEqual([null, null]);
  });

  it('is shown as a table once a cell has changed its records', async () => {
    const { outputs } = await run(
      `const [guesses] = await decodePredictions(model.predict(batch), { top: 2 });
       for (const guess of guesses) delete guess.label;
       display(guesses);
       for (const guess of guesses) Object.assign(guess, { label: 'cat', index: undefined });
       guesses`,
    );
    expect(partsOf(outputs, 'table').map(({ columns }) => columns)).toEqual([
      ['wnid', 'probability', 'index'],
      ['wnid', 'probability', 'index', 'label'],
    ]);
  });

  it('leaves no tensor behind, and stays plain records for code', async () => {
    const state = await run(
      `const probabilities = model.predict(batch);
       const before = tf.memory().numTensors;
       const guesses = await decodePredictions(probabilities, { top: 1 });
       JSON.stringify([tf.memory().numTensors - before, Object.keys(guesses[0][0])])`,
    );
    expect(valuesOf(state).map((value) => JSON.parse(JSON.parse(value)))).toEqual([
      [0, ['wnid', 'label', 'probability', 'index']],
    ]);
  });
});

describe('the occlusion map of a card', () => {
  /** Shows the cards of a prediction by a cell `a`, after the model of another cell. */
  async function showCards(pictures = 'batch.slice(0, 1)'): Promise<void> {
    lesson.open({ language: 'en', fetchBytes: readPublic });
    await lesson.run(model, 'model');
    await lesson.run(`await decodePredictions(model.predict(${pictures}), { top: 2 })`, 'a');
  }
  const items = (cell = 'a') => partsOf(lesson.outputs(cell), 'predictions')[0]?.items ?? [];
  const ask = (place = 0): boolean => {
    const { run } = lesson.session.cell('a');
    return lesson.session.occlude('a', run, items()[place]?.card ?? '');
  };
  const phase = (place = 0) => items()[place]?.occlusion?.phase;

  it('becomes part of the output, also after the input was disposed of, and leaves no tensor behind', async () => {
    await showCards();
    await lesson.run('batch.dispose(); const before = tf.memory().numTensors;', 'before');
    expect(ask()).toBe(true);
    await vi.waitFor(() => expect(phase()).toBe('shown'));
    expect(items()[0]?.occlusion).toMatchObject({
      probability: expect.closeTo(Math.exp(10) / (Math.exp(10) + 999), 4),
      drops: Array.from({ length: 8 }, () => Array.from({ length: 8 }, () => expect.closeTo(0, 4))),
    });
    expect(valuesOf(await lesson.run('tf.memory().numTensors - before', 'after'))).toEqual(['0']);
  });

  it('is computed for one picture of a batch', async () => {
    await showCards('batch');
    ask(1);
    await vi.waitFor(() => expect(phase(1)).toBe('shown'));
    expect(phase(0)).toBeUndefined();
  });

  it('is interrupted by a run', async () => {
    await showCards();
    await lesson.run(
      `const predict = tf.LayersModel.prototype.predict;
       tf.LayersModel.prototype.predict = function (...args) { for (const end = Date.now() + 30; Date.now() < end; ); return predict.apply(this, args); };`,
      'slow',
    );
    ask();
    await vi.waitFor(() => expect(phase()).toBe('working'));
    expect((await lesson.run('tf.LayersModel.prototype.predict = predict;', 'next')).status).toBe('done');
    expect(phase()).toBe('interrupted');
  });

  it('is gone once the model was disposed of', async () => {
    await showCards();
    await lesson.run('model.dispose();', 'free');
    expect(ask()).toBe(true);
    await vi.waitFor(() => expect(phase()).toBe('gone'));
  });

  it('is gone once the cell has run again', async () => {
    await showCards();
    const [first] = items();
    await lesson.run('const kept = await decodePredictions(model.predict(batch), { top: 1 });', 'a');
    await lesson.run('kept', 'b');
    await lesson.run('1', 'a');
    const { run } = lesson.session.cell('b');
    expect(items('b')[0]?.card).not.toBe(first?.card);
    lesson.session.occlude('b', run, items('b')[0]?.card ?? '');
    await vi.waitFor(() => expect(items('b')[0]?.occlusion?.phase).toBe('gone'));
  });

  it('is gone once the worker has ended', async () => {
    await showCards();
    ask();
    lesson.session.restart();
    expect(phase()).toBe('gone');
    expect(ask()).toBe(false);
  });

  it('is offered for pictures only, and for the last sixteen', async () => {
    await showCards('batch.slice(0, 1)');
    const first = ask;
    await lesson.run('await decodePredictions(tf.softmax(tf.zeros([1, 1000])))', 'c');
    expect(items('c').map(({ card }) => card)).toEqual([undefined]);
    await lesson.run('await decodePredictions(model.predict(tf.ones([16, 8, 8, 3])), { top: 1 })', 'd');
    expect(new Set(items('d').map(({ card }) => card)).size).toBe(16);
    expect(first()).toBe(true);
    await vi.waitFor(() => expect(phase()).toBe('gone'));
  });
});
