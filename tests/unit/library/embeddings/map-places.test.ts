import { expect, it } from 'vitest';
import { mapPlaces } from '../../../../src/lessons-runtime/library/embeddings/map-places.ts';

it('mapPlaces scales points to the map and moves those at the same place apart', () => {
  const places = mapPlaces([
    [-10, 0],
    [10, 2],
    [0, 1],
    [0, 1],
  ]);
  expect(places.flat().every((value) => value >= 0 && value <= 1)).toBe(true);
  expect([places[0], places[1]]).toEqual([
    [0, 0],
    [1, 1],
  ]);
  const [, , [x = 0, y = 0] = [], [otherX = 0, otherY = 0] = []] = places;
  expect(Math.hypot(x - otherX, y - otherY)).toBeGreaterThan(0.09);
  expect(Math.abs(x + otherX - 1)).toBeLessThan(0.05);
});

it('mapPlaces puts a single point in the centre', () => {
  expect(mapPlaces([[3, 4]])).toEqual([[0.5, 0.5]]);
});
