import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CellState } from '../../src/lessons-runtime/host/cell-state.ts';
import { partsOf, textOf, useTestLesson, valuesOf } from '../support/kernel-over-channel.ts';

const lesson = useTestLesson({ timeout: 15_000 });

const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** Code that cells begin with. `round()` counts, and tells the test that the cell is under way. */
const prelude = `let rounds = 0;
const round = () => { rounds++; if (rounds === 1) console.log('under way'); };
const sleep = (milliseconds) => new Promise((resume) => setTimeout(resume, milliseconds));
`;
const model = `const m = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
m.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
const fit = (more = {}) => m.fit(tf.ones([64, 2]), tf.ones([64, 1]), { epochs: 100_000, ...more });
`;

/** Runs a cell and stops it once it is under way. @returns its last state */
async function stopped(source: string): Promise<CellState> {
  const running = lesson.run(prelude + source);
  await vi.waitFor(() => expect(textOf({ outputs: lesson.outputs() })).toMatch(/^under way/), {
    timeout: 10_000,
  });
  lesson.session.stop();
  return await running;
}

/** Expects that a cell ended by itself: without an error, in the same worker, and so within the grace period. */
function expectCooperative(state: CellState): void {
  expect(state.status).toBe('stopped');
  expect(partsOf(state.outputs, 'error')).toEqual([]);
  expect(lesson.states.filter(({ phase }) => phase === 'off')).toEqual([]);
}

/** Returns what an expression of the next cell gives. */
async function next(expression: string): Promise<readonly string[]> {
  return valuesOf(await lesson.run(expression, 'next'));
}

describe('Stop ends at once what a cell awaits, and keeps its variables:', () => {
  it.each([
    ['a loop over timers', 'for (;;) { await sleep(5); round(); }'],
    ['one long timer', 'round(); await sleep(60_000);'],
    ['a promise that never settles', 'round(); await new Promise(() => {});'],
    ['a promise as the last expression', 'round(); new Promise(() => {})'],
    ['an async function', 'async function work() { for (;;) { await sleep(5); round(); } }\nawait work();'],
    [
      'async methods and arrows',
      'const o = { async go() { for (;;) { await sleep(5); round(); } } };\nconst f = async () => { await o.go(); };\nawait f();',
    ],
    [
      'several at once',
      'const work = async () => { for (;;) { await sleep(5); round(); } };\nawait Promise.all([work(), work(), sleep(60_000)]);',
    ],
    [
      'an async generator',
      'async function* ticks() { for (;;) { await sleep(5); yield 1; } }\nfor await (const tick of ticks()) round();',
    ],
    [
      'an async iterable whose steps never come',
      'round(); for await (const x of { [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => {}) }) }) round();',
    ],
    ['promises in an array', 'for await (const x of [sleep(5), sleep(5), new Promise(() => {})]) round();'],
    ['settled promises, without a timer', 'for (;;) { await null; round(); }'],
    ['reads of tensors', 'const t = tf.ones([2]); for (;;) { await t.data(); round(); }'],
    ['batches', `${model}for (;;) { await m.trainOnBatch(tf.ones([4, 2]), tf.ones([4, 1])); round(); }`],
    [
      'callbacks of a fit that wait',
      `${model}await fit({ callbacks: { async onEpochEnd() { round(); await sleep(60_000); } } });`,
    ],
    [
      'features of a network',
      `import { extractFeatures } from 'deshielo';\n${model}round();\nawait extractFeatures(m, tf.ones([100_000, 2]), { batchSize: 1, cache: false });`,
    ],
  ])('%s', async (_, source) => {
    expectCooperative(await stopped(source));
    expect(await next('rounds > 0')).toEqual(['true']);
  });

  it('clears intervals and timers, and keeps those of the next cell', async () => {
    expectCooperative(await stopped('setInterval(round, 10); await new Promise(() => {});'));
    const [before] = await next('rounds');
    await wait(60);
    expect(await next('rounds')).toEqual([before]);
    expect(await next("await sleep(10); 'on'")).toEqual(['"on"']);
  });

  it('runs finally blocks, from the inside out', async () => {
    const end = await stopped(
      `const log = []; round(); async function inner() { try { await sleep(60_000); } finally { log.push('inner'); } }
      try { await inner(); log.push('never'); } finally { log.push('outer'); }`,
    );
    expectCooperative(end);
    expect(await next('log.join()')).toEqual(['"inner,outer"']);
  });

  it('keeps the history of a fit that it ended', async () => {
    const end = await stopped(`${model}const history = await fit({ callbacks: { onEpochEnd: round } });`);
    expectCooperative(end);
    expect(await next('history.epoch.length > 0')).toEqual(['true']);
  });

  it('ends a chart that waits for its data', async () => {
    const end = await stopped(
      `import * as tfvis from '@tensorflow/tfjs-vis';
      round();
      for (let at = 0; ; at++) await tfvis.render.barchart({ name: 'a' }, [{ index: 0, value: at }]);`,
    );
    expectCooperative(end);
  });
});

describe('after Stop', () => {
  const training = `${model}await fit({ callbacks: { onEpochEnd: round } });`;

  it.each([
    ['display', 'display("shown")'],
    ['display.markdown', 'display.markdown("shown")'],
    ['console.log', 'console.log("shown")'],
    ['console.table', 'console.table([{ shown: 1 }])'],
    ['tfvis', 'tfvis.render.table({ name: "shown" }, { headers: ["a"], values: [["b"]] })'],
    [
      'a chart',
      'void tfvis.render.barchart({ name: "shown" }, [{ index: "a", value: 1 }]).catch(() => {}); display("shown")',
    ],
  ])('%s shows nothing and ends the cell', async (_, show) => {
    const end = await stopped(
      `import * as tfvis from '@tensorflow/tfjs-vis';\nlet after = 0;\n${training}\n${show};\nafter = 1;`,
    );
    expectCooperative(end);
    expect(end.outputs.map(({ kind }) => kind).filter((kind) => kind !== 'progress')).toEqual(['text']);
    expect(textOf(end)).toBe('under way');
    expect(await next('after')).toEqual(['0']);
  });

  it.each([
    ['waits', 'round(); await sleep(20);'],
    ['prints and waits', 'round(); if (rounds > 1) console.info(rounds); await sleep(20);'],
    ['trains', training],
  ])('a loop that %s and catches everything ends, and its variables stay', async (_, body) => {
    const end = await stopped(`let tries = 0;\nfor (;;) { try { ${body} } catch {} tries++; }`);
    expectCooperative(end);
    const [tries] = await next('tries');
    await wait(100);
    expect(await next('tries')).toEqual([tries]);
  });

  it('an error that the cell throws instead is not shown', async () => {
    expectCooperative(
      await stopped(
        `round(); try { await sleep(60_000); } catch (error) { throw new Error('wrapped ' + error); }`,
      ),
    );
  });

  it('the next cell can wait, print and train', async () => {
    expectCooperative(await stopped('round(); await new Promise(() => {});'));
    const again = await lesson.run(`await sleep(5); console.log('on'); display('shown'); 7`);
    expect(again.status).toBe('done');
    expect(textOf(again)).toBe('on');
    expect(valuesOf(again)).toEqual(['"shown"', '7']);
  });
});

describe('work that a stopped cell did not await', () => {
  const listeners = process.listeners('unhandledRejection');
  afterEach(() => {
    process.removeAllListeners('unhandledRejection');
    for (const listener of listeners) process.on('unhandledRejection', listener);
  });

  it('ends without an error in a later cell', async () => {
    const reported = vi.fn();
    process.removeAllListeners('unhandledRejection');
    process.on('unhandledRejection', (reason) => {
      reported();
      lesson.kernel().reportUncaught(reason);
    });
    const end = await stopped(
      `const work = async () => { for (;;) { await sleep(10); round(); } };
      const first = work(); const second = sleep(20).then(work); await new Promise(() => {});`,
    );
    expectCooperative(end);
    await wait(50);
    expect(reported).toHaveBeenCalled();
    const [rounds] = await next('rounds');
    await wait(50);
    const later = await lesson.run('rounds', 'next');
    expect(valuesOf(later)).toEqual([rounds]);
    expect(partsOf(later.outputs, 'error')).toEqual([]);
  });
});
