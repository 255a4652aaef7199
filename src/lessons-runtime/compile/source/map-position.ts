import type { Insertion } from './edits.ts';
import { lineStarts, type Position, positionAt } from './lines.ts';

/**
 * Creates a function that maps a place in compiled code to the learner's source. Lines are the same in both. A column inside
 * an insertion maps to the insertion's origin. A place past the end of a line or of the source maps to that end.
 * @param moved replaces offsets of the source by others after mapping
 */
export function createMapPosition(
  source: string,
  insertions: readonly Insertion[],
  moved: ReadonlyMap<number, number>,
): (line: number, column: number) => Position {
  const starts = lineStarts(source);

  return (line, column) => {
    const row = Math.min(Math.max(line, 1), starts.length) - 1;
    const lineStart = starts[row] ?? 0;
    const nextStart = starts[row + 1];
    const lineStop = nextStart === undefined ? source.length : nextStart - breakLength(source, nextStart);
    if (line > starts.length) return positionAt(starts, source.length);
    let left = Math.max(column, 1) - 1;
    let at = lineStart;
    for (const insertion of insertions) {
      if (insertion.at < lineStart) continue;
      if (insertion.at > lineStop || left < insertion.at - at) break;
      left -= insertion.at - at;
      at = insertion.at;
      if (left < insertion.text.length) return positionAt(starts, insertion.origin);
      left -= insertion.text.length;
    }
    const offset = Math.min(at + left, lineStop);
    return positionAt(starts, moved.get(offset) ?? offset);
  };
}

function breakLength(source: string, nextStart: number): number {
  return source.startsWith('\r\n', nextStart - 2) ? 2 : 1;
}
