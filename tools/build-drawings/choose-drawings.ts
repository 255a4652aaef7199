import { centreDrawing, type Ink } from './read-drawings.ts';

/** A drawing with less ink than a few pixels shows nothing. */
const leastInk = 10;

/**
 * Centres the drawings of a class and leaves out those that are nearly empty or the same as an earlier one.
 * @returns the drawings, and the lines that were left out, counted from 0
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
