import { describe, expect, it, vi } from 'vitest';
import { FetchFailure } from '../../src/lessons-runtime/host/fetch-bytes.ts';
import type { Connect, ConnectionEvents } from '../../src/lessons-runtime/host/session.ts';
import { createKernel } from '../../src/lessons-runtime/kernel/kernel.ts';
import { createTensorFlow } from '../../src/lessons-runtime/kernel/tensorflow.ts';
import type { HostToWorker } from '../../src/lessons-runtime/protocol/host-to-worker.ts';
import type { WorkerToHost } from '../../src/lessons-runtime/protocol/worker-to-host.ts';
import {
  createTestLesson,
  errorOf,
  textOf,
  unregisterKernel,
  useTestLesson,
  valuesOf,
} from '../support/kernel-over-channel.ts';

const lesson = useTestLesson({ timeout: 15_000 });

describe('the worker', () => {
  it('starts with the first run and reports its backend and its memory', async () => {
    expect(lesson.states).toEqual([]);
    await lesson.run('1');
    expect(lesson.states).toEqual([
      { phase: 'starting' },
      { phase: 'ready', backend: 'cpu', reason: 'forced', renderer: '' },
    ]);
    expect(lesson.memories).toEqual([expect.objectContaining({ backend: 'cpu' })]);
  });

  it('fails the run if it cannot start, and is started again by the next run', async () => {
    const connect = vi.fn<Connect>().mockRejectedValue(new Error('no kernel'));
    lesson.open({ connect });
    expect((await lesson.run('1')).status).toBe('failed');
    expect((await lesson.run('1')).status).toBe('failed');
    expect(lesson.failures).toEqual(['start-failed', 'start-failed']);
    expect(connect).toHaveBeenCalledTimes(2);
  });

  it('fails the run if its backend cannot be downloaded, without trying another backend', async () => {
    const requested: string[] = [];
    lesson.open({
      backend: 'wasm',
      fetchBytes: (_url, { subject }) => {
        requested.push(subject);
        return Promise.reject(new FetchFailure({ code: 'network', subject }));
      },
    });
    expect((await lesson.run('1')).status).toBe('failed');
    expect((await lesson.run('1')).status).toBe('failed');
    expect(lesson.failures).toEqual(['start-failed', 'start-failed']);
    expect(lesson.states.map(({ phase }) => phase)).toEqual(['starting', 'off', 'starting', 'off']);
    expect(requested).toEqual(['backend-wasm', 'backend-wasm']);
    // The next test shares the tfjs of the process.
    lesson.close();
    await createTensorFlow().setBackend('cpu');
  });

  it('settles all pending runs when it is lost, and is replaced for the next run', async () => {
    const workers: ConnectionEvents[] = [];
    lesson.open({
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
    expect(lesson.failures).toEqual(['worker-lost']);
    expect(lesson.states.at(-1)).toEqual({ phase: 'off', lost: true });
    // Later messages and failures of the lost worker are ignored.
    workers[0]?.onLost('worker-lost');
    workers[0]?.onMessage({ type: 'ready', backend: 'cpu', reason: 'forced', renderer: '' });
    expect(lesson.failures).toHaveLength(1);
    expect(lesson.states.at(-1)).toEqual({ phase: 'off', lost: true });

    void lesson.session.run([{ cell: 'a', source: '' }]);
    await vi.waitFor(() => expect(workers).toHaveLength(2));
  });

  it('fails each run with an explanation if no backend is available', async () => {
    const posted: WorkerToHost[] = [];
    const tf = { ...createTensorFlow(), setBackend: async () => false };
    const kernel = createKernel(
      { post: (message) => void posted.push(message) },
      { type: 'start', language: 'en', backend: 'auto', seed: 1 },
      { tf, globals: {}, evaluate: () => undefined },
    );
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
    unregisterKernel();
  });
});

describe('runs', () => {
  it('of one call end at the first failure', async () => {
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

  it('of other calls continue after a failure', async () => {
    const [first, second] = await Promise.all([lesson.run('missing', 'a'), lesson.run('2', 'b')]);
    expect([first.status, second.status]).toEqual(['failed', 'done']);
  });

  it('without a cell end with done', async () => {
    expect(await lesson.session.run([])).toBe('done');
  });

  it('replace a queued run of the same cell', async () => {
    await lesson.run('const log = [];', 'log');
    const slow = lesson.run('await new Promise((done) => setTimeout(done, 50))', 'slow');
    const first = lesson.session.run([{ cell: 'a', source: 'log.push(1)' }]);
    const second = lesson.session.run([{ cell: 'a', source: 'log.push(2)' }]);
    await slow;
    expect(await Promise.all([first, second])).toEqual(['stopped', 'done']);
    expect(valuesOf(await lesson.run('log.join()', 'b'))).toEqual(['"2"']);
  });

  it('discard the output of a running run when the cell is queued again', async () => {
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
  it('discards variables and keeps outputs', async () => {
    await lesson.run('let x = 1; x');
    lesson.session.restart();
    expect(lesson.states.at(-1)).toEqual({ phase: 'off', lost: false });
    expect(valuesOf(lesson.session.cell('a'))).toEqual(['1']);
    expect(errorOf(await lesson.run('x', 'b')).name).toBe('ReferenceError');
  });

  it('ends the current run and empties the queue', async () => {
    const both = [lesson.run('await new Promise(() => {})', 'a'), lesson.run('1', 'b')];
    await vi.waitFor(() => expect(lesson.states.at(-1)).toMatchObject({ phase: 'ready' }));
    lesson.session.restart();
    expect((await Promise.all(both)).map(({ status }) => status)).toEqual(['stopped', 'idle']);
  });
});

describe('two lessons', () => {
  it('share no variables, outputs or runs, and stop independently', async () => {
    lesson.open({ language: 'es' });
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

describe('an error in a callback of the page', () => {
  it('is rethrown asynchronously, and the session continues', async () => {
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
