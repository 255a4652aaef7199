import { describe, expect, it } from 'vitest';
import {
  inWindow,
  moved,
  nextPoint,
  showing,
  wholeMap,
  zoomed,
} from '../../../../src/lessons-runtime/panel/output/examples/map-moves.ts';

describe('nextPoint', () => {
  const points = [
    { x: 0.5, y: 0.5 },
    { x: 0.7, y: 0.5 },
    { x: 0.6, y: 0.8 },
    { x: 0.5, y: 0.1 },
  ];

  it('is the nearest point in the direction, or the same if there is none', () => {
    expect(nextPoint(points, 0, 'right')).toBe(1);
    expect(nextPoint(points, 0, 'down')).toBe(2);
    expect(nextPoint(points, 0, 'up')).toBe(3);
    expect(nextPoint(points, 0, 'left')).toBe(0);
  });

  it('reaches points at the same place in their order, and leaves them', () => {
    const same = [
      { x: 0.2, y: 0.2 },
      { x: 0.2, y: 0.2 },
      { x: 0.9, y: 0.2 },
    ];
    expect([nextPoint(same, 0, 'right'), nextPoint(same, 1, 'right'), nextPoint(same, 1, 'left')]).toEqual([
      1, 2, 0,
    ]);
  });
});

describe('the window of a map', () => {
  it('keeps the point under the pointer in place while it zooms', () => {
    const at = { x: 0.25, y: 0.75 };
    const window = zoomed(wholeMap, 2, at);
    expect(window.zoom).toBe(2);
    expect(inWindow(window, at)).toEqual({ x: expect.closeTo(0.25), y: expect.closeTo(0.75) });
  });

  it('never leaves the map', () => {
    expect(zoomed(wholeMap, 0.5, { x: 0, y: 0 })).toEqual(wholeMap);
    expect(moved({ x: 0.5, y: 0.5, zoom: 2 }, { x: 3, y: -3 })).toEqual({ x: 0.5, y: 0, zoom: 2 });
  });

  it('moves to show a place that is outside of it, and only then', () => {
    const window = { x: 0, y: 0, zoom: 4 };
    expect(showing(window, { x: 0.1, y: 0.2 })).toBe(window);
    const { x, y } = inWindow(showing(window, { x: 0.9, y: 0.1 }), { x: 0.9, y: 0.1 });
    expect([x >= 0 && x <= 1, y >= 0 && y <= 1]).toEqual([true, true]);
  });
});
