import type { Position } from '../compile/source/lines.ts';

/** A part of the starter code that the learner has to fill in. */
const blank = /_{4,}/g;

/** Returns the places of the blanks that are left in the code of an exercise. */
export function findBlanks(source: string): readonly Position[] {
  return [...source.matchAll(blank)].map(({ index }) => {
    const before = source.slice(0, index).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  });
}
