/** A place in a text. Line and column count from 1, columns in UTF-16 code units as in V8. */
export type Position = { readonly line: number; readonly column: number };

/** Returns the offsets at which the lines of a text start, ascending. Line terminators are \n, \r\n, \r, U+2028 and U+2029. */
export function lineStarts(source: string): readonly number[] {
  const starts = [0];
  for (const match of source.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) starts.push(match.index + match[0].length);
  return starts;
}

/** Returns the place of an offset. @param starts the text's `lineStarts` */
export function positionAt(starts: readonly number[], offset: number): Position {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}
