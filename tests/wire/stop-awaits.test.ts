import { afterEach, describe, expect, it, vi } from 'vitest';
import { partsOf, textOf, useTestLesson, valuesOf } from '../support/kernel-over-channel.ts';

const lesson = useTestLesson({ timeout: 15_000 });

const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
const sleep = 'const sleep = (milliseconds) => new Promise((resume) => setTimeout(resume, milliseconds));\n';

/** Runs a cell and stops it. @returns its last state and the milliseconds from Stop to its end */
async function stopped(source: string, after = 80) {
  const running = lesson.run(source);
  await wait(after);
  const start = performance.now();
  lesson.session.stop();
  const state = await running;
  return { state, milliseconds: performance.now() - start };
}

/** Expects that a cell ended by itself: in time, without an error, in the same worker. */
function expectCooperative({ state, milliseconds }: Awaited<ReturnType<typeof stopped>>): void {
  expect(state.status).toBe('stopped');
  expect(partsOf(state.outputs, 'error')).toEqual([]);
  expect(milliseconds).toBeLessThan(500);
  expect(lesson.states.filter(({ phase }) => phase === 'off')).toEqual([]);
}

/** Returns what an expression of the next cell gives. */
async function next(expression: string): Promise<readonly string[]> {
  return valuesOf(await lesson.run(expression, 'next'));
}

describe('Stop ends at once what a cell awaits, and keeps its variables:', () => {
  it.each([
    ['a loop over timers', `${sleep}for (;;) { await sleep(20); rounds++; }`],
    ['one long timer', `${sleep}rounds++; await sleep(60_000);`],
    ['a promise that never settles', 'rounds++; await new Promise(() => {});'],
    ['a promise as the last expression', 'rounds++; new Promise(() => {})'],
    [
      'an async function',
      `${sleep}async function work() { for (;;) { await sleep(20); rounds++; } }\nawait work();`,
    ],
    [
      'async methods and arrows',
      `${sleep}const o = { async go() { for (;;) { await sleep(20); rounds++; } } };\nconst f = async () => { await o.go(); };\nawait f();`,
    ],
    [
      'several at once',
      `${sleep}const work = async () => { for (;;) { await sleep(20); rounds++; } };\nawait Promise.all([work(), work(), sleep(60_000)]);`,
    ],
    [
      'an async generator',
      `${sleep}async function* ticks() { for (;;) { await sleep(20); yield 1; } }\nfor await (const tick of ticks()) rounds += tick;`,
    ],
    [
      'an async iterable whose steps never come',
      'rounds++; for await (const x of { [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => {}) }) }) rounds++;',
    ],
    [
      'promises in an array',
      `${sleep}for await (const x of [sleep(20), sleep(20), new Promise(() => {})]) rounds++;`,
    ],
    ['settled promises, without a timer', 'for (;;) { await null; rounds++; }'],
    ['reads of tensors', 'const t = tf.ones([2]); for (;;) { await t.data(); rounds++; }'],
    [
      'batches',
      'const m = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });\nm.compile({ optimizer: "sgd", loss: "meanSquaredError" });\nfor (;;) { await m.trainOnBatch(tf.ones([4, 2]), tf.ones([4, 1])); rounds++; }',
    ],
    [
      'callbacks of a fit that wait',
      `${sleep}const m = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });\nm.compile({ optimizer: "sgd", loss: "meanSquaredError" });\nawait m.fit(tf.ones([4, 2]), tf.ones([4, 1]), { epochs: 9, callbacks: { async onEpochEnd() { rounds++; await sleep(60_000); } } });`,
    ],
    [
      'features of a network',
      'import { extractFeatures } from "deshielo";\nrounds++;\nconst m = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });\nawait extractFeatures(m, tf.ones([100_000, 2]), { batchSize: 1, cache: false });',
    ],
  ])('%s', async (_, source) => {
    const end = await stopped(`let rounds = 0;\n${source}`, 200);
    expectCooperative(end);
    expect(await next('rounds > 0')).toEqual(['true']);
  });

  it('clears intervals and timers, and keeps those of the next cell', async () => {
    expectCooperative(
      await stopped('let ticks = 0; setInterval(() => ticks++, 10); await new Promise(() => {});'),
    );
    const [before] = await next('ticks');
    await wait(60);
    expect(await next('ticks')).toEqual([before]);
    expect(await next(`${sleep}await sleep(10); 'on'`)).toEqual(['"on"']);
  });

  it('runs finally blocks, from the inside out', async () => {
    const end = await stopped(
      `${sleep}const log = []; async function inner() { try { await sleep(60_000); } finally { log.push('inner'); } }
      try { await inner(); log.push('never'); } finally { log.push('outer'); }`,
    );
    expectCooperative(end);
    expect(await next('log.join()')).toEqual(['"inner,outer"']);
  });

  it('keeps the history of a fit that it ended', async () => {
    const end = await stopped(
      `const m = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
      m.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
      const history = await m.fit(tf.ones([64, 2]), tf.ones([64, 1]), { epochs: 100_000 });`,
      200,
    );
    expectCooperative(end);
    expect(await next('history.epoch.length > 0')).toEqual(['true']);
  });

  it('ends a chart that waits for its data', async () => {
    const end = await stopped(
      `import * as tfvis from '@tensorflow/tfjs-vis';
      for (let at = 0; ; at++) await tfvis.render.barchart({ name: 'a' }, [{ index: 0, value: at }]);`,
    );
    expectCooperative(end);
  });
});

describe('after Stop', () => {
  const training = `const m = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
    m.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
    await m.fit(tf.ones([64, 2]), tf.ones([64, 1]), { epochs: 100_000 });`;

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
      200,
    );
    expectCooperative(end);
    expect(end.state.outputs.filter(({ kind }) => kind !== 'progress')).toEqual([]);
    expect(await next('after')).toEqual(['0']);
  });

  it.each([
    ['waits', 'await sleep(20);'],
    ['prints and waits', 'console.log(tries); await sleep(20);'],
    ['trains', training],
  ])('a loop that %s and catches everything ends, and its variables stay', async (_, body) => {
    const end = await stopped(`${sleep}let tries = 0;\nfor (;;) { try { ${body} } catch {} tries++; }`, 200);
    expectCooperative(end);
    const [tries] = await next('tries');
    await wait(100);
    expect(await next('tries')).toEqual([tries]);
  });

  it('an error that the cell throws instead is not shown', async () => {
    expectCooperative(
      await stopped(
        `${sleep}try { await sleep(60_000); } catch (error) { throw new Error('wrapped ' + error); }`,
      ),
    );
  });

  it('the next cell can wait, print and train', async () => {
    expectCooperative(await stopped('await new Promise(() => {});'));
    const again = await lesson.run(`${sleep}await sleep(5); console.log('on'); display('shown'); 7`);
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
      `${sleep}let rounds = 0; const work = async () => { for (;;) { await sleep(10); rounds++; } };
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
