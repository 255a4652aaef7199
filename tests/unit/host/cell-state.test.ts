import { describe, expect, it } from 'vitest';
import {
  type CellEvent,
  type CellState,
  idleCell,
  reduceCell,
} from '../../../src/lessons-runtime/host/cell-state.ts';
import type { Output, OutputOf } from '../../../src/lessons-runtime/protocol/output.ts';
import { createRandom } from '../compile/seeded-random.ts';

const text = (line: string, level: 'log' | 'warn' = 'log'): Output => ({ kind: 'text', level, text: line });
const bar = (id: string, loaded: number): Output => ({
  kind: 'progress',
  id,
  label: id,
  loaded,
  total: 9,
  unit: 'steps',
});
const run = 5;
const running: CellState = { ...idleCell, status: 'running', run, outputsRun: run, source: 'a' };
const live = (frame: number): OutputOf<'live'> => ({
  ...{ kind: 'live', id: 'live-1', width: 2, height: 2, classNames: ['a', 'b'] },
  answer: { frame, probabilities: [0, 1], problem: null },
});
const done: CellState = { ...running, status: 'done', outputs: [text('old')], milliseconds: 12, seed: 42 };
const queued: CellState = { ...done, status: 'queued', run: 6 };

const cases: readonly [string, CellState, CellEvent, Partial<CellState>][] = [
  [
    'queued for the first time',
    idleCell,
    { type: 'queued', run: 1 },
    { status: 'queued', run: 1, outputs: [] },
  ],
  [
    'queued again, which keeps outputs',
    done,
    { type: 'queued', run: 6 },
    { status: 'queued', outputs: done.outputs },
  ],
  ['queued while running', running, { type: 'queued', run: 6 }, { status: 'queued', run: 6 }],
  [
    'started, which clears outputs',
    queued,
    { type: 'started', run: 6, source: 'b' },
    { status: 'running', outputs: [], outputsRun: 6, milliseconds: null, source: 'b', seed: null },
  ],
  [
    'a new state of a part of the last run while the next is queued',
    { ...queued, outputs: [live(1)] },
    { type: 'redrawn', run, part: live(2) },
    { outputs: [live(2)], outputsRun: run },
  ],
  [
    'a new state of a part of a run that was superseded',
    { ...running, run: 6, outputsRun: 6, outputs: [live(1)] },
    { type: 'redrawn', run, part: live(2) },
    { outputs: [live(1)] },
  ],
  ['output', running, { type: 'output', run, part: text('a') }, { outputs: [text('a')] }],
  [
    'late output of the last run',
    done,
    { type: 'output', run, part: text('b') },
    { outputs: [text('old\nb')] },
  ],
  [
    'finished',
    running,
    { type: 'finished', run, outcome: 'failed', milliseconds: 3, seed: 7 },
    { status: 'failed', milliseconds: 3, seed: 7 },
  ],
  [
    'finished without a time',
    running,
    { type: 'finished', run, outcome: 'stopped', milliseconds: null, seed: null },
    { status: 'stopped', milliseconds: null },
  ],
  [
    'withdrawn with outputs',
    queued,
    { type: 'withdrawn', run: 6 },
    { status: 'stopped', outputs: done.outputs },
  ],
  [
    'withdrawn without outputs',
    { ...idleCell, status: 'queued', run: 1 },
    { type: 'withdrawn', run: 1 },
    { status: 'idle' },
  ],
];

describe('reduceCell', () => {
  it.each(cases)('is %s', (_, state, event, expected) => {
    expect(reduceCell(state, event)).toMatchObject(expected);
  });

  it.each([
    { type: 'started', run: 4, source: 'c' },
    { type: 'output', run: 4, part: text('late') },
    { type: 'output', run: 6, part: text('early') },
    { type: 'finished', run: 4, outcome: 'done', milliseconds: 1, seed: null },
    { type: 'withdrawn', run: 4 },
  ] as const)('is unchanged by an event of another run: %j', (event) => {
    expect(reduceCell(running, event)).toBe(running);
  });
});

describe('outputs', () => {
  const show = (...parts: Output[]): readonly Output[] =>
    parts.reduce((state, part) => reduceCell(state, { type: 'output', run, part }), running).outputs;

  it('append text to preceding text of the same level', () => {
    expect(show(text('a'), text('b'), text('c', 'warn'), text('d'))).toEqual([
      text('a\nb'),
      text('c', 'warn'),
      text('d'),
    ]);
  });

  it('replace a progress bar by the bar with the same id', () => {
    expect(show(bar('x', 1), text('t'), bar('y', 1), bar('x', 9))).toEqual([
      bar('x', 9),
      text('t'),
      bar('y', 1),
    ]);
  });

  it('keep unchanged parts as the same objects', () => {
    const first = show(text('t', 'warn'), bar('x', 1));
    const second = reduceCell(
      { ...running, outputs: first },
      { type: 'output', run, part: bar('x', 2) },
    ).outputs;
    expect(second[0]).toBe(first[0]);
  });

  it('are not mutated', () => {
    const before = Object.freeze([Object.freeze(text('a')), Object.freeze(bar('x', 1))]);
    const state = { ...running, outputs: before };
    for (const part of [text('b'), bar('x', 2), bar('y', 1)])
      reduceCell(state, { type: 'output', run, part });
    expect(before).toEqual([text('a'), bar('x', 1)]);
  });
});

it('keeps its invariants over random sequences of events', () => {
  const random = createRandom(5);
  let state = idleCell;
  let newest = 0;
  for (let n = 0; n < 5000; n++) {
    const of = Math.max(1, newest - random.below(3));
    const event: CellEvent = random.pick<CellEvent>([
      { type: 'queued', run: newest + 1 },
      { type: 'started', run: of, source: 'c' },
      { type: 'output', run: of, part: text('x') },
      { type: 'finished', run: of, outcome: 'done', milliseconds: 1, seed: null },
      { type: 'withdrawn', run: of },
    ]);
    const before = state;
    state = reduceCell(state, event);
    if (event.type === 'queued') newest += 1;
    expect(state.run).toBe(newest);
    if (event.type !== 'queued' && event.run !== newest) expect(state).toBe(before);
    if (event.type === 'started' && event.run === newest) expect(state.outputs).toEqual([]);
  }
});
