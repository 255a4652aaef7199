import * as v from 'valibot';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CellState } from '../../src/lessons-runtime/host/cell-state.ts';
import { outputSchema } from '../../src/lessons-runtime/protocol/output.ts';
import { parseWorkerToHost } from '../../src/lessons-runtime/protocol/worker-to-host.ts';
import { textOf, useTestLesson } from '../support/kernel-over-channel.ts';
import { createRandom } from '../unit/compile/seeded-random.ts';
import { createFakeWorker, layersPart, mutate, validMessages } from './messages.ts';

const lesson = useTestLesson();
let worker: ReturnType<typeof createFakeWorker>;

beforeEach(async () => {
  worker = createFakeWorker();
  const fetchBytes = vi.fn(async () => new ArrayBuffer(4));
  lesson.open({ connect: worker.connect, fetchBytes });
});

/** Starts run 1 of cell `a` and waits until the worker received it. */
async function startRun(): Promise<{ readonly ended: Promise<CellState> }> {
  const ended = lesson.run('…');
  await vi.waitFor(() => expect(worker.posted).toHaveLength(2));
  return { ended };
}

describe('a forged message', () => {
  const text = (cell: string, run: number) => ({
    type: 'output',
    cell,
    run,
    part: { kind: 'text', level: 'log', text: 'forged' },
  });

  it('cannot add outputs to cells that never ran or do not exist', async () => {
    await startRun();
    for (const run of [0, 1, 2, -1, 0.5]) worker.send(text('other', run));
    for (const run of [0, 2, 99]) worker.send(text('a', run));
    expect(lesson.history.filter(([, { outputs }]) => outputs.length > 0)).toEqual([]);
    expect(lesson.history.filter(([cell]) => cell !== 'a')).toEqual([]);
  });

  it('cannot end a run that is not current', async () => {
    const { ended } = await startRun();
    worker.send({ type: 'finished', cell: 'a', run: 2, outcome: 'done', milliseconds: 1 });
    expect(lesson.session.cell('a').status).toBe('running');
    worker.send({ type: 'finished', cell: 'a', run: 1, outcome: 'failed', milliseconds: 1 });
    worker.send({ type: 'finished', cell: 'a', run: 1, outcome: 'done', milliseconds: 1 });
    expect((await ended).status).toBe('failed');
  });

  it('redraws only an existing panel of its own run', async () => {
    const { ended } = await startRun();
    const redrawn = (run: number, id: string) => ({
      type: 'redrawn',
      cell: 'a',
      run,
      part: layersPart(id, true),
    });
    worker.send(redrawn(1, 'layers-1'));
    expect(lesson.outputs()).toEqual([]);
    worker.send({ type: 'output', cell: 'a', run: 1, part: layersPart('layers-1') });
    worker.send({ type: 'finished', cell: 'a', run: 1, outcome: 'done', milliseconds: 1 });
    await ended;
    worker.send(redrawn(2, 'layers-1'));
    worker.send(redrawn(1, 'layers-2'));
    worker.send({ ...redrawn(1, 'layers-1'), cell: 'b' });
    worker.send({ ...redrawn(1, 'layers-1'), part: { kind: 'text', level: 'log', text: 'late' } });
    expect(lesson.outputs()).toEqual([layersPart('layers-1')]);
    worker.send(redrawn(1, 'layers-1'));
    expect(lesson.outputs()).toEqual([layersPart('layers-1', true)]);
  });

  it('cannot read other files than the course’s and gets one reply for each request', async () => {
    await startRun();
    worker.send({ type: 'request', request: 1, payload: { kind: 'file', path: '../secret' } });
    worker.send({ type: 'request', request: 1, payload: { kind: 'file', path: 'models/a' } });
    await vi.waitFor(() => expect(worker.posted).toHaveLength(4));
    const replies = worker.posted.flatMap((message) => (message.type === 'reply' ? [message.result.ok] : []));
    expect(replies.sort()).toEqual([false, true]);
  });

  it('is dropped if its tree is too deep', async () => {
    await startRun();
    for (const depth of [11, 50, 500]) {
      let value: object = { type: 'number', text: '1' };
      for (let level = 0; level < depth; level++)
        value = { type: 'object', text: 'o', entries: [['x', value]] };
      worker.send({ type: 'output', cell: 'a', run: 1, part: { kind: 'value', value } });
    }
    expect(lesson.outputs()).toEqual([]);
  });

  it('cannot add outputs without limit', async () => {
    await startRun();
    const value = { kind: 'value', value: { type: 'number', text: '1' } };
    for (let n = 0; n < 20_000; n++) worker.send({ type: 'output', cell: 'a', run: 1, part: value });
    expect(lesson.outputs().length).toBeLessThan(3000);
    worker.send({
      type: 'output',
      cell: 'a',
      run: 1,
      part: { kind: 'error', name: 'E', what: '', advice: '', place: null, trace: [] },
    });
    expect(lesson.outputs().at(-1)?.kind).toBe('error');
  });
});

describe('messages in any order', () => {
  it('keep the session intact when shuffled, repeated or of other runs', async () => {
    const random = createRandom(7);
    for (let round = 1; round <= 40; round++) {
      const running = lesson.run(`round ${round}`);
      await vi.waitFor(() => expect(worker.posted.at(-1)).toMatchObject({ type: 'run' }));
      const { run } = worker.posted.flatMap((m) => (m.type === 'run' ? [m] : [])).at(-1) ?? { run: 0 };
      const messages = Array.from({ length: 60 }, () =>
        random.pick(validMessages('a', run - random.below(2))),
      );
      for (const message of messages) worker.send(message);
      worker.send({ type: 'finished', cell: 'a', run, outcome: 'done', milliseconds: 1 });
      const { status, outputs } = await running;
      expect(status).toBe('done');
      for (const part of outputs) expect(v.is(outputSchema, part)).toBe(true);
      await new Promise((done) => setImmediate(done));
      worker.posted.push({ type: 'stop', run: 0 });
    }
  });
});

describe('ten thousand damaged messages', () => {
  it('neither crash the session nor pass its schemas', async () => {
    const random = createRandom(2026);
    const { ended } = await startRun();
    const valid = validMessages('a', 1).filter(({ type }) => type !== 'finished' && type !== 'cancel');
    let dropped = 0;
    for (let n = 0; n < 10_000; n++) {
      const message = mutate(random.pick(valid), random);
      if (parseWorkerToHost(structuredClone(message)) === null) dropped += 1;
      worker.send(message);
    }
    expect(dropped).toBeGreaterThan(5000);
    expect(dropped).toBeLessThan(10_000);
    for (const part of lesson.outputs()) expect(v.is(outputSchema, part)).toBe(true);
    for (const { tensors, bytes, backend } of lesson.memories) {
      expect([Number.isInteger(tensors), Number.isInteger(bytes), typeof backend]).toEqual([
        true,
        true,
        'string',
      ]);
    }
    expect(({} as { type?: string }).type).toBeUndefined();
    worker.send({ type: 'output', cell: 'a', run: 1, part: { kind: 'text', level: 'log', text: 'alive' } });
    worker.send({ type: 'finished', cell: 'a', run: 1, outcome: 'done', milliseconds: 1 });
    expect((await ended).status).toBe('done');
    expect(textOf(await ended)).toMatch(/alive$/);
  });
});
