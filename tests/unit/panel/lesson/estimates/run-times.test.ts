import { describe, expect, it } from 'vitest';
import {
  addRunTime,
  codeDigest,
  estimateSeconds,
  parseRunTimes,
  type RunTime,
  roundEstimate,
} from '../../../../../src/lessons-runtime/panel/lesson/estimates/run-times.ts';

const time = (changes: Partial<RunTime> = {}): RunTime => ({
  cell: '03-transfer/train-head',
  code: 'authored',
  backend: 'wasm',
  seconds: 26,
  reference: 13,
  ...changes,
});
const toRun = { cell: '03-transfer/five-splits', code: 'authored', backend: 'wasm', reference: 35 };

describe('the estimate of a cell', () => {
  it('is nothing on a device without runs, and for code that was never measured', () => {
    expect(estimateSeconds([], toRun)).toBeNull();
    expect(estimateSeconds([time()], { ...toRun, reference: null })).toBeNull();
  });

  it('is the measured time, scaled by the median speed of the device', () => {
    expect(estimateSeconds([time()], toRun)).toBe(70);
    const others = [time({ cell: 'b', seconds: 13 }), time({ cell: 'c', seconds: 1300 })];
    expect(estimateSeconds([time(), ...others], toRun)).toBe(70);
    expect(estimateSeconds([time(), time({ cell: 'b', seconds: 13 })], toRun)).toBe(52.5);
  });

  it('is the time that the same code took here', () => {
    const own = time({ ...toRun, seconds: 41 });
    expect(estimateSeconds([time(), own], toRun)).toBe(41);
    expect(estimateSeconds([{ ...own, reference: null }], { ...toRun, reference: null })).toBe(41);
  });

  it('is not the time that other code took in the cell', () => {
    const edited = time({ ...toRun, code: 'edited', seconds: 900, reference: null });
    expect(estimateSeconds([time(), edited], toRun)).toBe(70);
    expect(estimateSeconds([edited], { ...toRun, code: 'changed again', reference: null })).toBeNull();
  });

  it('is rescaled from another backend, once the speeds of both are known', () => {
    const own = time({ ...toRun, code: 'edited', seconds: 40, reference: null });
    const onWebgl = { ...toRun, code: 'edited', backend: 'webgl', reference: null };
    expect(estimateSeconds([time(), own], onWebgl)).toBeNull();
    expect(estimateSeconds([time(), time({ backend: 'webgl', seconds: 6.5 }), own], onWebgl)).toBe(10);
  });

  it('does not follow from runs that were too short to tell the speed', () => {
    expect(estimateSeconds([time({ seconds: 4, reference: 0.2 })], toRun)).toBeNull();
  });

  it('follows from the latest runs', () => {
    const old = Array.from({ length: 30 }, (_, index) => time({ cell: `old ${index}`, seconds: 1300 }));
    const recent = Array.from({ length: 15 }, (_, index) => time({ cell: `new ${index}`, seconds: 13 }));
    expect(estimateSeconds([...old, ...recent], toRun)).toBe(35);
  });
});

describe('the stored times', () => {
  it('have one entry for each cell and backend, and a bounded number', () => {
    let times: readonly RunTime[] = [time()];
    times = addRunTime(times, time({ seconds: 20 }));
    expect(times).toEqual([time({ seconds: 20 })]);
    times = addRunTime(times, time({ backend: 'webgl' }));
    expect(times).toHaveLength(2);
    for (let cell = 0; cell < 1000; cell++) times = addRunTime(times, time({ cell: `${cell}` }));
    expect(times).toHaveLength(200);
    expect(times.at(-1)?.cell).toBe('999');
  });

  it.each([null, '', '{', '[1]', '{}', '[{"cell":"a"}]'])('are none if %j is stored', (text) => {
    expect(parseRunTimes(text)).toEqual([]);
  });

  it('are read as they were stored', () => {
    expect(parseRunTimes(JSON.stringify([time()]))).toEqual([time()]);
  });
});

it('the digest of code ignores comments and white space, which differ between the languages', () => {
  const spanish = 'const rows = 6; // filas\nrows * 7;\n';
  expect(codeDigest(spanish)).toBe(codeDigest('const rows = 6;  // rows\n\nrows * 7;'));
  expect(codeDigest(spanish)).not.toBe(codeDigest(spanish.replace('6', '7')));
});

it.each([
  [5.4, 5],
  [8.6, 9],
  [12, 10],
  [38, 40],
  [64, 60],
  [97, 100],
  [200, 210],
])('%d s is rounded to %d s', (seconds, rounded) => {
  expect(roundEstimate(seconds)).toBe(rounded);
});
