/** A place in a text: line and column, both counted from 1, columns in UTF-16 units as V8 counts them. */
export type Position = { readonly line: number; readonly column: number };

/** Offsets at which the lines of the text start, ascending. JavaScript's line terminators: \n, \r\n, \r, U+2028, U+2029. */
export function lineStarts(source: string): readonly number[] {
  const starts = [0];
  for (const match of source.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) starts.push(match.index + match[0].length);
  return starts;
}

/** Where an offset lies, given the text's line starts. */
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
