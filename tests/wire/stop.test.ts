import { describe, expect, it, vi } from 'vitest';
import type { Connect } from '../../src/lessons-runtime/host/session.ts';
import type { HostToWorker } from '../../src/lessons-runtime/protocol/host-to-worker.ts';
import {
  createKernelConnect,
  partsOf,
  textOf,
  useTestLesson,
  valuesOf,
} from '../support/kernel-over-channel.ts';

const lesson = useTestLesson({ timeout: 15_000 });

const status = (cell = 'a') => lesson.session.cell(cell).status;
const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

const model = `const m = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
m.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
const xs = tf.ones([64, 2]); const ys = tf.ones([64, 1]);
const sum = () => tf.tidy(() => m.getWeights()[0].sum().dataSync()[0]);
const before = sum();`;

describe('Stop', () => {
  it('ends a fit after its current batch and keeps weights and variables', async () => {
    await lesson.run(model, 'setup');
    const running = lesson.run(
      'let epochs = 0; await m.fit(xs, ys, { epochs: 100_000, callbacks: { onEpochEnd: () => { epochs++; } } });',
    );
    await wait(200);
    const start = performance.now();
    lesson.session.stop();
    expect((await running).status).toBe('stopped');
    expect(performance.now() - start).toBeLessThan(600);
    const after = await lesson.run('[epochs > 0, sum() !== before].join()', 'b');
    expect(valuesOf(after)).toEqual(['"true,true"']);
    expect(lesson.states.filter(({ phase }) => phase === 'off')).toEqual([]);
  });

  it('allows the model to be trained again', async () => {
    await lesson.run(model, 'setup');
    const running = lesson.run('await m.fit(xs, ys, { epochs: 100_000 });');
    await wait(100);
    lesson.session.stop();
    await running;
    const again = await lesson.run('(await m.fit(xs, ys, { epochs: 3 })).epoch.length');
    expect(again.status).toBe('done');
    expect(valuesOf(again)).toEqual(['3']);
  });

  it('ends a loop of fits', async () => {
    await lesson.run(model, 'setup');
    const running = lesson.run(
      'let rounds = 0; for (;;) { await m.fit(xs, ys, { epochs: 50 }); rounds++; console.log(rounds); }',
    );
    await wait(300);
    lesson.session.stop();
    const state = await running;
    expect(state.status).toBe('stopped');
    expect(partsOf(state.outputs, 'error')).toEqual([]);
  });

  it('ends a loop over tf.nextFrame', async () => {
    const running = lesson.run('let frames = 0; for (;;) { await tf.nextFrame(); frames++; }');
    await wait(50);
    lesson.session.stop();
    expect((await running).status).toBe('stopped');
    expect(valuesOf(await lesson.run('frames > 0', 'b'))).toEqual(['true']);
  });

  it('cancels a download', async () => {
    const signals: AbortSignal[] = [];
    lesson.open({
      fetchBytes: (_url, { signal }) =>
        new Promise((_, reject) => {
          if (signal === undefined) return;
          signals.push(signal);
          signal.addEventListener('abort', () => reject(signal.reason));
        }),
    });
    const running = lesson.run('let kept = 1; const r = await fetch("models/big.bin");');
    await vi.waitFor(() => expect(signals).toHaveLength(1));
    lesson.session.stop();
    const state = await running;
    expect(state.status).toBe('stopped');
    expect(partsOf(state.outputs, 'error')).toEqual([]);
    expect(signals[0]?.aborted).toBe(true);
    expect(valuesOf(await lesson.run('kept', 'b'))).toEqual(['1']);
  });

  it('empties the queue', async () => {
    const first = lesson.run('for (;;) await tf.nextFrame();');
    const second = lesson.run('console.log("never")', 'b');
    await wait(50);
    lesson.session.stop();
    await Promise.all([first, second]);
    expect([status('a'), status('b')]).toEqual(['stopped', 'idle']);
    expect(textOf(lesson.session.cell('b'))).toBe('');
  });

  it('does nothing without a run', async () => {
    lesson.session.stop();
    await lesson.run('1');
    lesson.session.stop();
    expect(valuesOf(await lesson.run('2'))).toEqual(['2']);
    expect(lesson.states.map(({ phase }) => phase)).toEqual(['starting', 'ready']);
  });

  it('keeps the output of the stopped run', async () => {
    const running = lesson.run('console.log("kept"); for (;;) await tf.nextFrame();');
    await wait(100);
    lesson.session.stop();
    expect(textOf(await running)).toBe('kept');
  });
});

describe('a cell that never yields', () => {
  /** Connects to kernels that never receive Stop, like a worker in an endless loop. */
  function unresponsiveConnect(): { connect: Connect; closed: () => number; started: () => number } {
    const real = createKernelConnect();
    let closed = 0;
    let started = 0;
    return {
      connect: async (events) => {
        started += 1;
        const { post, close } = await real.connect(events);
        return {
          post: (message: HostToWorker, transfer) => {
            if (message.type !== 'stop') post(message, transfer);
          },
          close() {
            closed += 1;
            close();
          },
        };
      },
      closed: () => closed,
      started: () => started,
    };
  }

  it('is ended by terminating its worker within a second, and the next run starts a new one', async () => {
    const { connect, closed, started } = unresponsiveConnect();
    lesson.open({ connect });
    await lesson.run('let variable = 1;', 'before');
    const running = lesson.run('console.log("kept"); await new Promise(() => {});');
    await wait(100);
    const start = performance.now();
    lesson.session.stop();
    lesson.session.stop();
    const state = await running;
    expect(performance.now() - start).toBeLessThan(1000);
    expect(state.status).toBe('stopped');
    expect(textOf(state)).toBe('kept');
    expect([started(), closed()]).toEqual([1, 1]);
    expect(lesson.states.at(-1)).toEqual({ phase: 'off', lost: true });

    const next = await lesson.run('typeof variable', 'next');
    expect(valuesOf(next)).toEqual(['"undefined"']);
    expect(started()).toBe(2);
    expect(lesson.states.at(-1)).toMatchObject({ phase: 'ready' });
  });

  it('does not end a run that was queued after Stop', async () => {
    const { connect } = unresponsiveConnect();
    lesson.open({ connect });
    const running = lesson.run('await new Promise(() => {});');
    await wait(50);
    lesson.session.stop();
    const next = lesson.run('7', 'next');
    expect((await running).status).toBe('stopped');
    expect(valuesOf(await next)).toEqual(['7']);
  });
});

describe('a page that is stalled after Stop', () => {
  it('keeps a worker that ended its run in time', async () => {
    lesson.open({
      connect: async ({ onMessage }) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }: MessageEvent<unknown>) => onMessage(data);
        return {
          post(message) {
            if (message.type !== 'stop') return;
            port2.postMessage({
              type: 'finished',
              cell: 'a',
              run: message.run,
              outcome: 'stopped',
              milliseconds: 1,
            });
          },
          close: () => port1.close(),
        };
      },
    });
    const running = lesson.run('');
    // From this turn on, timers fire before messages are handled.
    await new Promise((turn) => setImmediate(turn));
    lesson.session.stop();
    for (const end = Date.now() + 700; Date.now() < end; );
    expect((await running).status).toBe('stopped');
    expect(lesson.states.filter(({ phase }) => phase === 'off')).toEqual([]);
  });
});

describe('Stop while the worker starts', () => {
  it('ends the run at once and closes the worker when it has started', async () => {
    const real = createKernelConnect();
    const posted: string[] = [];
    let closed = 0;
    lesson.open({
      connect: async (events) => {
        await wait(200);
        const { post, close } = await real.connect(events);
        return {
          post(message, transfer) {
            posted.push(message.type);
            post(message, transfer);
          },
          close() {
            closed += 1;
            close();
          },
        };
      },
    });
    const running = lesson.run('console.log("ran")');
    await wait(20);
    const start = performance.now();
    lesson.session.stop();
    expect((await running).status).toBe('stopped');
    expect(performance.now() - start).toBeLessThan(100);
    expect(lesson.states.at(-1)).toEqual({ phase: 'off', lost: false });
    await wait(300);
    expect([posted, closed]).toEqual([[], 1]);
    expect(valuesOf(await lesson.run('1'))).toEqual(['1']);
  });

  it('stops a run that the kernel has not started yet', async () => {
    const real = createKernelConnect();
    const posted: string[] = [];
    lesson.open({
      connect: async (events) => {
        const { post, close } = await real.connect(events);
        return {
          close,
          post(message, transfer) {
            post(message, transfer);
            // Directly after `start`, before the session sends the run.
            posted.push(message.type);
            if (message.type === 'start') lesson.session.stop();
          },
        };
      },
    });
    expect((await lesson.run('console.log("ran")')).status).toBe('stopped');
    expect(posted).toEqual(['start', 'stop', 'run']);
    expect(textOf(lesson.session.cell('a'))).toBe('');
    expect(lesson.states.filter(({ phase }) => phase === 'off')).toEqual([]);
    expect(valuesOf(await lesson.run('1'))).toEqual(['1']);
  });
});
