import { describe, expect, it } from 'vitest';
import {
  afterChange,
  type BarTimes,
  groupOf,
  headProgress,
  sumUp,
} from '../../../../../src/lessons-runtime/panel/output/progress/bar-times.ts';
import type { OutputOf } from '../../../../../src/lessons-runtime/protocol/output.ts';

type Bar = OutputOf<'progress'>;

const bar = (changes: Partial<Bar> = {}): Bar => ({
  kind: 'progress',
  id: 'fit-1',
  label: 'fit · epoch 1/2',
  loaded: 1,
  total: 4,
  unit: 'steps',
  ...changes,
});

const times = (changes: Partial<Bar>, changed = 0): BarTimes => ({
  part: bar(changes),
  count: 1,
  began: 0,
  changed,
});

describe('the times of a bar', () => {
  it('begin with its first version and end with its last', () => {
    const first = afterChange(null, bar(), 1000);
    const last = afterChange(first, bar({ loaded: 4 }), 3500);
    expect(last).toMatchObject({ began: 1000, changed: 3500, count: 1 });
    expect(sumUp([last])).toEqual({ count: 1, seconds: 3, loaded: 4 });
  });

  it('count a bar that begins again as another training', () => {
    let last: BarTimes | null = null;
    for (const loaded of [2, 4, 1, 4, 3, 4]) last = afterChange(last, bar({ loaded }), 1000);
    expect(last?.count).toBe(3);
  });

  it('are added up over several bars', () => {
    const all = [1, 2, 3].map((seconds) => ({ ...times({ loaded: 10 }), changed: seconds * 1000 }));
    expect(sumUp(all)).toEqual({ count: 3, seconds: 7.5, loaded: 30 });
  });
});

it.each([
  ['a training', {}, 'trainings'],
  ['a download', { id: 'icon-net', unit: 'bytes' }, 'downloads'],
  ['the features of pictures', { id: 'features' }, null],
  ['a strategy of a comparison', { id: 'four-ways-1-all' }, null],
] as const)('the group of %s', (_, changes, group) => {
  expect(groupOf(bar(changes))).toBe(group);
});

it('the time of bars that were never seen to change is unknown', () => {
  expect(sumUp([times({ loaded: 4 }), times({ loaded: 4 })])).toEqual({ count: 2, seconds: null, loaded: 8 });
});

describe('the progress in the head of a cell', () => {
  it('is that of the bar that changed last', () => {
    const shown = headProgress([times({ label: 'old' }, 1), times({ label: 'new', secondsLeft: 9 }, 2)]);
    expect(shown).toEqual({ label: 'new', fraction: 0.25, secondsLeft: 9 });
  });

  it('is not that of a complete bar while another is not complete', () => {
    const shown = headProgress([times({ label: 'running' }, 1), times({ label: 'over', loaded: 4 }, 2)]);
    expect(shown?.label).toBe('running');
  });

  it('is that of a whole comparison, which knows its time, not of one of its strategies', () => {
    const shown = headProgress([times({ label: 'all', secondsLeft: 20 }, 1), times({ label: 'one' }, 2)]);
    expect(shown).toMatchObject({ label: 'all', secondsLeft: 20 });
  });

  it('has no fraction for an unknown total', () => {
    expect(headProgress([times({ total: 0 })])).toMatchObject({ fraction: null, secondsLeft: null });
  });

  it('shows how long the whole cell takes if that is longer than its current training', () => {
    const bars = [times({ secondsLeft: 6 })];
    expect(headProgress(bars, 40.2)?.secondsLeft).toBe(41);
    expect(headProgress(bars, 2)?.secondsLeft).toBe(6);
  });

  it('is nothing without bars', () => {
    expect(headProgress([])).toBeNull();
  });
});
