import { centreDrawing, type Ink } from './read-drawings.ts';

/** In units of fully inked pixels; drawings with less are unrecognizable. */
const leastInk = 10;

/**
 * Centres the drawings of a class and omits those that are nearly empty or equal to an earlier one.
 * @returns the drawings, and the omitted lines, counted from 0
 */
export function chooseDrawings(drawings: readonly Ink[]): {
  readonly chosen: readonly Ink[];
  readonly leftOut: readonly number[];
} {
  const seen = new Set<string>();
  const chosen: Ink[] = [];
  const leftOut: number[] = [];
  drawings.forEach((ink, line) => {
    const centred = centreDrawing(ink);
    const key = centred.join();
    const amount = centred.reduce((sum, value) => sum + value, 0);
    if (amount < leastInk || seen.has(key)) leftOut.push(line);
    else chosen.push(centred);
    seen.add(key);
  });
  return { chosen, leftOut };
}
