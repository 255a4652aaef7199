import type { Position } from '../compile/compile-cell.ts';

/** What an author leaves for the learner to fill in. */
const blank = /_{4,}/g;

/** Where the blanks of an exercise that are still open are, both from 1. */
export function findBlanks(source: string): readonly Position[] {
  return [...source.matchAll(blank)].map(({ index }) => {
    const before = source.slice(0, index).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  });
}
