import { afterEach, describe, expect, it, vi } from 'vitest';
import { FetchFailure } from '../../src/lessons-runtime/host/fetch-bytes.ts';
import type { Connect, ConnectionEvents } from '../../src/lessons-runtime/host/session.ts';
import { createKernel } from '../../src/lessons-runtime/kernel/kernel.ts';
import { createTensorFlow } from '../../src/lessons-runtime/kernel/tensorflow.ts';
import type { HostToWorker } from '../../src/lessons-runtime/protocol/host-to-worker.ts';
import type { WorkerToHost } from '../../src/lessons-runtime/protocol/worker-to-host.ts';
import {
  createTestLesson,
  errorOf,
  forgetKernel,
  type TestLesson,
  textOf,
  valuesOf,
} from '../support/kernel-over-channel.ts';

vi.setConfig({ testTimeout: 15_000 });

let lesson: TestLesson;
afterEach(() => lesson.close());

describe('the worker', () => {
  it('comes up with the first run, says its backend, and reports memory after each run', async () => {
    lesson = createTestLesson();
    expect(lesson.states).toEqual([]);
    await lesson.run('1');
    expect(lesson.states).toEqual([
      { phase: 'starting' },
      { phase: 'ready', backend: 'cpu', reason: 'forced', renderer: '' },
    ]);
    expect(lesson.memories).toEqual([expect.objectContaining({ backend: 'cpu' })]);
  });

  it('that cannot be brought up fails the run, and is tried again with the next', async () => {
    const connect = vi.fn<Connect>().mockRejectedValue(new Error('no kernel'));
    lesson = createTestLesson({ connect });
    expect((await lesson.run('1')).status).toBe('failed');
    expect((await lesson.run('1')).status).toBe('failed');
    expect(lesson.troubles).toEqual(['start-failed', 'start-failed']);
    expect(connect).toHaveBeenCalledTimes(2);
  });

  it('whose backend cannot be downloaded is not brought up with another, and is tried again', async () => {
    const asked: string[] = [];
    lesson = createTestLesson({
      backend: 'wasm',
      fetchBytes: (_url, { subject }) => {
        asked.push(subject);
        return Promise.reject(new FetchFailure({ code: 'network', subject }));
      },
    });
    expect((await lesson.run('1')).status).toBe('failed');
    expect((await lesson.run('1')).status).toBe('failed');
    expect(lesson.troubles).toEqual(['start-failed', 'start-failed']);
    expect(lesson.states.map(({ phase }) => phase)).toEqual(['starting', 'off', 'starting', 'off']);
    expect(asked).toEqual(['backend-wasm', 'backend-wasm']);
    // The next test has the same tfjs.
    lesson.close();
    await createTensorFlow().setBackend('cpu');
  });

  it('that dies settles every pending run, and the next run gets another', async () => {
    const workers: ConnectionEvents[] = [];
    lesson = createTestLesson({
      connect: async (events) => {
        workers.push(events);
        return { post() {}, close() {} };
      },
    });
    const outcomes = [
      lesson.session.run([{ cell: 'a', source: '' }]),
      lesson.session.run([
        { cell: 'b', source: '' },
        { cell: 'c', source: '' },
      ]),
    ];
    await vi.waitFor(() => expect(workers).toHaveLength(1));
    workers[0]?.onLost('worker-lost');
    expect(await Promise.all(outcomes)).toEqual(['failed', 'stopped']);
    expect(lesson.troubles).toEqual(['worker-lost']);
    expect(lesson.states.at(-1)).toEqual({ phase: 'off', lost: true });
    // What a dead worker still says, even that it died again, is dropped.
    workers[0]?.onLost('worker-lost');
    workers[0]?.onMessage({ type: 'ready', backend: 'cpu', reason: 'forced', renderer: '' });
    expect(lesson.troubles).toHaveLength(1);
    expect(lesson.states.at(-1)).toEqual({ phase: 'off', lost: true });

    void lesson.session.run([{ cell: 'a', source: '' }]);
    await vi.waitFor(() => expect(workers).toHaveLength(2));
  });

  it('whose tfjs finds no backend says so in each cell, and goes on listening', async () => {
    const posted: WorkerToHost[] = [];
    const tf = { ...createTensorFlow(), setBackend: async () => false };
    const kernel = createKernel(
      { post: (message) => void posted.push(message) },
      { type: 'start', language: 'en', backend: 'auto', seed: 1 },
      { tf, globals: {}, evaluate: () => undefined },
    );
    lesson = createTestLesson();
    kernel.receive({ type: 'run', cell: 'a', run: 1, source: '1' });
    kernel.receive({ type: 'run', cell: 'b', run: 2, source: '1' });
    await vi.waitFor(() =>
      expect(posted.flatMap((message) => (message.type === 'finished' ? [message.outcome] : []))).toEqual([
        'failed',
        'failed',
      ]),
    );
    const [first] = posted.flatMap((message) => (message.type === 'output' ? [message.part] : []));
    expect(first).toMatchObject({ kind: 'error', what: 'This browser cannot use the “wasm, cpu” backend.' });
    forgetKernel();
  });
});

describe('runs', () => {
  it('of one call stop at the first that fails, and the rest is withdrawn', async () => {
    lesson = createTestLesson();
    await lesson.run('"earlier"', 'd');
    const outcome = await lesson.session.run([
      { cell: 'a', source: '1' },
      { cell: 'b', source: 'missing' },
      { cell: 'c', source: '3' },
      { cell: 'd', source: '4' },
    ]);
    expect(outcome).toBe('failed');
    const cells = ['a', 'b', 'c', 'd'].map((cell) => lesson.session.cell(cell));
    expect(cells.map(({ status }) => status)).toEqual(['done', 'failed', 'idle', 'stopped']);
    expect(valuesOf(lesson.session.cell('d'))).toEqual(['"earlier"']);
  });

  it('of other calls go on when one fails', async () => {
    lesson = createTestLesson();
    const [first, second] = await Promise.all([lesson.run('missing', 'a'), lesson.run('2', 'b')]);
    expect([first.status, second.status]).toEqual(['failed', 'done']);
  });

  it('of no cell are done', async () => {
    lesson = createTestLesson();
    expect(await lesson.session.run([])).toBe('done');
  });

  it('of the same cell: a later one takes the place of one that waits', async () => {
    lesson = createTestLesson();
    await lesson.run('const log = [];', 'log');
    const slow = lesson.run('await new Promise((done) => setTimeout(done, 50))', 'slow');
    const first = lesson.session.run([{ cell: 'a', source: 'log.push(1)' }]);
    const second = lesson.session.run([{ cell: 'a', source: 'log.push(2)' }]);
    await slow;
    expect(await Promise.all([first, second])).toEqual(['stopped', 'done']);
    expect(valuesOf(await lesson.run('log.join()', 'b'))).toEqual(['"2"']);
  });

  it('of the same cell: output of the one under way is dropped once another is asked for', async () => {
    lesson = createTestLesson();
    const first = lesson.run(
      'for (let i = 0; i < 10; i++) { console.log("old"); await new Promise((d) => setTimeout(d, 30)); }',
    );
    await vi.waitFor(() => expect(textOf(lesson.session.cell('a'))).toContain('old'));
    const second = lesson.run('console.log("new")');
    await Promise.all([first, second]);
    expect(textOf(lesson.session.cell('a'))).toBe('new');
    expect(lesson.session.cell('a').status).toBe('done');
  });
});

describe('restart', () => {
  it('empties the worker and keeps outputs', async () => {
    lesson = createTestLesson();
    await lesson.run('let x = 1; x');
    lesson.session.restart();
    expect(lesson.states.at(-1)).toEqual({ phase: 'off', lost: false });
    expect(valuesOf(lesson.session.cell('a'))).toEqual(['1']);
    expect(errorOf(await lesson.run('x', 'b')).name).toBe('ReferenceError');
  });

  it('ends what runs and what waits', async () => {
    lesson = createTestLesson();
    const both = [lesson.run('await new Promise(() => {})', 'a'), lesson.run('1', 'b')];
    await vi.waitFor(() => expect(lesson.states.at(-1)).toMatchObject({ phase: 'ready' }));
    lesson.session.restart();
    expect((await Promise.all(both)).map(({ status }) => status)).toEqual(['stopped', 'idle']);
  });
});

describe('two lessons', () => {
  it('share no variables, outputs or runs, and stopping one leaves the other', async () => {
    lesson = createTestLesson({ language: 'es' });
    const other = createTestLesson({ language: 'en' });
    await Promise.all([lesson.run('const mine = "es";'), other.run('const mine = "en";')]);
    const waiting = lesson.run('for (;;) await tf.nextFrame();', 'loop');
    expect(valuesOf(await other.run('mine', 'b'))).toEqual(['"en"']);
    lesson.session.stop();
    expect((await waiting).status).toBe('stopped');
    expect(valuesOf(await lesson.run('mine', 'b'))).toEqual(['"es"']);
    expect(errorOf(await other.run('nope', 'c')).advice).toContain('Nobody');
    expect(errorOf(await lesson.run('nope', 'c')).advice).toContain('Nadie');
    other.close();
  });
});

describe('a page whose own code breaks', () => {
  it('is told of it, and the session goes on', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    try {
      const posted: HostToWorker[] = [];
      const workers: ConnectionEvents[] = [];
      const { createSession } = await import('../../src/lessons-runtime/host/session.ts');
      const session = createSession({
        language: 'en',
        backend: 'cpu',
        connect: async (events) => {
          workers.push(events);
          return { post: (message) => void posted.push(message), close() {} };
        },
        requests: { serve: () => new Promise(() => {}), cancel() {}, cancelAll() {} },
        events: {
          onCell() {
            throw new Error('cannot draw');
          },
          onState() {},
          onMemory() {},
          onTraining() {},
          onConnectionLost() {},
        },
      });
      const running = session.run([{ cell: 'a', source: '' }]);
      await new Promise((done) => setImmediate(done));
      expect(posted.map(({ type }) => type)).toEqual(['start', 'run']);
      workers[0]?.onMessage({ type: 'finished', cell: 'a', run: 1, outcome: 'done', milliseconds: 1 });
      expect(await running).toBe('done');
      expect(session.cell('a').status).toBe('done');
      expect(() => vi.runAllTimers()).toThrow('cannot draw');
    } finally {
      vi.clearAllTimers();
      vi.useRealTimers();
    }
  });
});
