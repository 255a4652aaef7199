import { gunzipSync } from 'node:zlib';

/** Side of an original in pixels. */
export const side = 28;

/** A drawing: [28, 28], 0 is paper, 1 is full ink. */
export type Ink = Float32Array;

/**
 * Reads a file of the package: gzipped, one array of 784 numbers a line, from 0 (paper) to 1 (ink), row by row.
 * @throws {Error} with the number of a line that is not a drawing
 */
export function readDrawings(gzipped: Uint8Array): readonly Ink[] {
  const lines = gunzipSync(gzipped)
    .toString('utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '');
  return lines.map((line, place) => {
    const values: unknown = JSON.parse(line);
    const isDrawing =
      Array.isArray(values) &&
      values.length === side * side &&
      values.every((value) => typeof value === 'number' && value >= 0 && value <= 1);
    if (!isDrawing) throw new Error(`line ${place + 1}: expected ${side * side} numbers from 0 to 1`);
    return Float32Array.from(values);
  });
}

/** Centres the bounding box of the ink; a remaining half pixel is shifted right and down. */
export function centreDrawing(ink: Ink): Ink {
  const filled = [...ink.keys()].filter((at) => (ink[at] ?? 0) > 0);
  if (filled.length === 0) return ink;
  const columns = filled.map((at) => at % side);
  const rows = filled.map((at) => Math.floor(at / side));
  const right = shiftOf(columns);
  const down = shiftOf(rows);
  const centred = new Float32Array(ink.length);
  for (const at of filled) centred[at + right + down * side] = ink[at] ?? 0;
  return centred;
}

/** Returns the shift after which the first and the last place are equally far from the edges. */
function shiftOf(places: readonly number[]): number {
  const before = Math.min(...places);
  const after = side - 1 - Math.max(...places);
  return Math.ceil((after - before) / 2);
}
