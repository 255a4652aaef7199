import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { simplifyStrokes } from '../../../../src/lessons-runtime/host/drawings/simplify-strokes.ts';
import { strokesSchema } from '../../../../src/lessons-runtime/protocol/drawing.ts';
import { coordinatesOf, drawingLimits } from '../../../../src/lessons-runtime/protocol/strokes.ts';
import {
  boundsOf,
  type Coordinates,
  squaredDistance,
} from '../../../../src/lessons-runtime/shared/geometry.ts';
import { drawnPictures, ellipse } from '../../../support/drawn-strokes.ts';
import { createRandom } from '../../compile/seeded-random.ts';

describe('simplifyStrokes', () => {
  it.each(
    Object.entries(drawnPictures),
  )('moves a %s to the corner and scales it to 255 units', (_, strokes) => {
    const simplified = simplifyStrokes(strokes);
    expect(boundsOf(simplified.map(coordinatesOf))).toMatchObject({ left: 0, top: 0, extent: 255 });
    expect(v.is(strokesSchema, simplified)).toBe(true);
  });

  it('gives the same for a drawing that is smaller and elsewhere', () => {
    const smaller = drawnPictures['square']?.map((stroke) => stroke.map((value) => 10 + value / 4)) ?? [];
    expect(simplifyStrokes(smaller)).toEqual(simplifyStrokes(drawnPictures['square'] ?? []));
  });

  it('omits points on a line and keeps every point within 3 units of the simplified line', () => {
    expect(simplifyStrokes([[0, 0, 10, 0, 20, 0, 30, 0, 30, 30]])).toEqual(['0,0 255,0 255,255']);
    const circle = ellipse(100, 100, 200, 200, 400);
    const [simplified = ''] = simplifyStrokes([circle]);
    const line = coordinatesOf(simplified);
    expect(line.length).toBeLessThan(80);
    const scale = 255 / 200;
    for (let at = 0; at < circle.length; at += 2) {
      const [x, y] = [(circle[at] ?? 0) * scale, (circle[at + 1] ?? 0) * scale];
      expect(distanceFrom(line, x, y)).toBeLessThanOrEqual(3);
    }
  });

  it('converts a touch without movement, or with a tremble, to a dot', () => {
    expect(simplifyStrokes([[100, 100]])).toEqual(['0,0']);
    expect(simplifyStrokes([[100, 100, 102, 101]])).toEqual(['0,0']);
  });

  it('keeps a dot beside other strokes', () => {
    expect(
      simplifyStrokes([
        [0, 0, 100, 100],
        [50, 0],
      ]),
    ).toEqual(['0,0 255,255', '127,0']);
  });

  it('simplifies a scribble until it is within the limits', () => {
    const random = createRandom(1);
    const scribble = Array.from({ length: 200 }, () => Array.from({ length: 800 }, () => random.below(256)));
    const simplified = simplifyStrokes(scribble);
    expect(simplified).toHaveLength(200);
    expect(simplified.join(' ').length).toBeLessThanOrEqual(drawingLimits.characters);
    expect(v.is(strokesSchema, simplified)).toBe(true);
  });
});

function distanceFrom(line: Coordinates, x: number, y: number): number {
  const distances = [];
  for (let at = 0; at + 3 < line.length; at += 2) {
    const [fromX = 0, fromY = 0, toX = 0, toY = 0] = line.slice(at, at + 4);
    distances.push(squaredDistance(x, y, [fromX, fromY, toX, toY]));
  }
  return Math.sqrt(Math.min(...distances));
}
