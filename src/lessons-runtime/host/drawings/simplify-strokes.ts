import { drawingLimits, largestCoordinate, type Stroke } from '../../protocol/strokes.ts';
import { boundsOf, type Coordinates, squaredDistance } from '../../shared/geometry.ts';

/** Side of the pad in the units of the strokes drawn on it. */
export const padSide = 256;

/** In units of the pad. A smaller drawing is a dot, because enlarging it would show only how the hand trembled. */
const smallestExtent = 4;
/** In units of the stored drawing: how far a point may be from the simplified line. As in Quick, Draw!. */
const smallestTolerance = 2;

/**
 * Converts a drawing to its stored form as Quick, Draw! does: moved to the top left corner, scaled so that its longer side has 255
 * units, and simplified by the algorithm of Ramer, Douglas and Peucker. The tolerance is increased until the drawing is within
 * the limits of size.
 * @param strokes in units of the pad; at least one, at most `drawingLimits.strokes`
 */
export function simplifyStrokes(strokes: readonly Coordinates[]): readonly Stroke[] {
  const { left, top, extent } = boundsOf(strokes);
  if (extent < smallestExtent) return ['0,0'];
  const scale = largestCoordinate / extent;
  const scaled = strokes.map((stroke) =>
    stroke.map((value, at) => (value - (at % 2 === 0 ? left : top)) * scale),
  );
  for (let tolerance = smallestTolerance; ; tolerance *= 2) {
    const simplified = scaled.map((stroke) => strokeText(simplifyLine(stroke, tolerance)));
    if (simplified.join(' ').length <= drawingLimits.characters) return simplified;
  }
}

/** Omits points that are within `tolerance` of the line through the others. Not recursive: a line may have thousands of points. */
function simplifyLine(line: Coordinates, tolerance: number): Coordinates {
  const point = (at: number) => [line[2 * at] ?? 0, line[2 * at + 1] ?? 0] as const;
  const last = line.length / 2 - 1;
  const isKept = new Uint8Array(last + 1);
  isKept[0] = 1;
  isKept[last] = 1;
  const ranges: [number, number][] = [[0, last]];
  for (let range = ranges.pop(); range !== undefined; range = ranges.pop()) {
    const [from, to] = range;
    let [farthest, distance] = [from, tolerance * tolerance];
    for (let at = from + 1; at < to; at += 1) {
      const [x, y] = point(at);
      const squared = squaredDistance(x, y, [...point(from), ...point(to)]);
      if (squared > distance) [farthest, distance] = [at, squared];
    }
    if (farthest === from) continue;
    isKept[farthest] = 1;
    ranges.push([from, farthest], [farthest, to]);
  }
  return line.filter((_, at) => isKept[Math.floor(at / 2)] === 1);
}

/** Rounds the coordinates, and omits points that are equal to the one before. */
function strokeText(line: Coordinates): Stroke {
  const points: string[] = [];
  for (let at = 0; at < line.length; at += 2) {
    const point = `${Math.round(line[at] ?? 0)},${Math.round(line[at + 1] ?? 0)}`;
    if (point !== points.at(-1)) points.push(point);
  }
  return points.join(' ');
}
