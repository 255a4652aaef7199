import { describe, expect, it } from 'vitest';
import { createLiveCurves } from '../../../src/lessons-runtime/charts/live-curves.ts';
import { downsampleCurves, downsamplePoints } from '../../../src/lessons-runtime/panel/chart/downsample.ts';

describe('live curves', () => {
  it('keep all points up to the limit, counted from 1', () => {
    const live = createLiveCurves(10);
    for (let at = 0; at < 5; at++) live.push([['loss', at]]);
    expect(live.curves()).toEqual({
      x: [1, 2, 3, 4, 5],
      series: [{ name: 'loss', values: [0, 1, 2, 3, 4] }],
    });
  });

  it('hold at most one point more than the limit, evenly spaced, including the last', () => {
    const live = createLiveCurves(16);
    for (let at = 0; at < 1000; at++) {
      live.push([['loss', at * 2]]);
      const { x, series } = live.curves();
      const values = series[0]?.values ?? [];
      expect(x.length).toBeLessThanOrEqual(17);
      expect(values.length).toBe(x.length);
      expect([x[0], x.at(-1), values.at(-1)]).toEqual([1, at + 1, at * 2]);
      const steps = new Set(x.slice(1, -1).map((place, index) => Number(place) - Number(x[index])));
      expect(steps.size, JSON.stringify(x)).toBeLessThanOrEqual(1);
    }
    expect(live.total).toBe(1000);
  });

  it('contain NaN for missing metrics', () => {
    const live = createLiveCurves();
    live.push([['loss', 1]]);
    live.push([
      ['loss', 2],
      ['acc', 0.5],
    ]);
    live.push([]);
    expect(live.curves().series).toEqual([
      { name: 'loss', values: [1, 2, Number.NaN] },
      { name: 'acc', values: [Number.NaN, 0.5, Number.NaN] },
    ]);
  });

  it('return a snapshot', () => {
    const live = createLiveCurves();
    live.push([['loss', 1]]);
    const given = live.curves();
    live.push([['loss', 2]]);
    expect(given).toEqual({ x: [1], series: [{ name: 'loss', values: [1] }] });
  });
});

describe('downsampling', () => {
  const long = Array.from({ length: 5000 }, (_, at) => at);

  it('keeps the first and the last point of lines', () => {
    const { x, series } = downsampleCurves({ x: long, series: [{ name: 'a', values: long }] });
    expect([x.length, x[0], x.at(-1)]).toEqual([1000, 0, 4999]);
    expect(series[0]?.values).toEqual(x);
    const few = { x: [1], series: [] };
    expect(downsampleCurves(few)).toEqual(few);
  });

  it('keeps a share of each series of points', () => {
    const [many, few] = downsamplePoints([
      { name: 'many', x: long, y: long },
      { name: 'few', x: [1, 2, 3], y: [4, 5, 6] },
    ]);
    expect(many?.x.length).toBeLessThanOrEqual(3000);
    expect([many?.x[0], many?.x.at(-1), many?.y.at(-1)]).toEqual([0, 4999, 4999]);
    expect(few?.x.length).toBeGreaterThanOrEqual(2);
  });
});
