import { coordinatesOf, type Stroke } from '../../protocol/strokes.ts';
import { boundsOf, type Coordinates, type Segment, squaredDistance } from '../../shared/geometry.ts';

/** Side of the picture in pixels. */
export const rasterSide = 28;

/** In pixels. */
const lineWidth = 1;
/** Samples of a pixel in each direction. */
const samples = 8;
/** Steps from paper to full ink, as in the sheets of `drawings@1`. */
const greySteps = 3;

/**
 * Renders a drawing as those of `drawings@1` are: scaled so that its longer side fills the picture, centred, and drawn with a line
 * 1 pixel wide, in four levels of grey. (The bitmaps that Google publishes have a margin and a line of 1.5 pixels; the package that
 * `drawings@1` was made from has neither.) Uses only arithmetic that gives identical results in every engine.
 * @returns [28 · 28] row by row, 0 is full ink and 255 is paper
 */
export function rasterizeStrokes(strokes: readonly Stroke[]): Uint8Array {
  const side = rasterSide * samples;
  const inked = new Uint8Array(side * side);
  for (const line of inSamples(strokes.map(coordinatesOf))) {
    // A dot is a segment of length 0.
    for (let at = 0; at < Math.max(line.length - 2, 1); at += 2) {
      const [fromX = 0, fromY = 0, toX = fromX, toY = fromY] = line.slice(at, at + 4);
      inkSegment(inked, side, [fromX, fromY, toX, toY], (samples * lineWidth) / 2);
    }
  }
  return Uint8Array.from({ length: rasterSide * rasterSide }, (_, pixel) => {
    const [left, top] = [(pixel % rasterSide) * samples, Math.floor(pixel / rasterSide) * samples];
    let count = 0;
    for (let y = top; y < top + samples; y += 1)
      for (let x = left; x < left + samples; x += 1) count += inked[y * side + x] ?? 0;
    const level = Math.round((greySteps * count) / (samples * samples));
    return 255 - Math.round((255 * level) / greySteps);
  });
}

/** Scales and centres strokes, in samples. */
function inSamples(strokes: readonly Coordinates[]): readonly Coordinates[] {
  const { extent, middle } = boundsOf(strokes);
  const scale = extent === 0 ? 0 : (samples * (rasterSide - lineWidth)) / extent;
  return strokes.map((stroke) =>
    stroke.map((value, at) => (samples * rasterSide) / 2 + (value - (middle[at % 2] ?? 0)) * scale),
  );
}

/** Marks the samples whose centre is within `radius` of a segment. */
function inkSegment(inked: Uint8Array, side: number, segment: Segment, radius: number): void {
  const [fromX, fromY, toX, toY] = segment;
  const first = (value: number) => Math.max(0, Math.floor(value - radius));
  const last = (value: number) => Math.min(side - 1, Math.ceil(value + radius));
  for (let y = first(Math.min(fromY, toY)); y <= last(Math.max(fromY, toY)); y += 1)
    for (let x = first(Math.min(fromX, toX)); x <= last(Math.max(fromX, toX)); x += 1)
      if (squaredDistance(x + 0.5, y + 0.5, segment) <= radius * radius) inked[y * side + x] = 1;
}
