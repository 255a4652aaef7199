/** A row of a comparison side by side. A side without a line is `null`; a row with two different lines is a change. */
export interface DiffRow {
  readonly left: string | null;
  readonly right: string | null;
}

/** Beyond it, texts are compared as a whole: the comparison takes the product of their numbers of lines. */
const lineLimit = 2000;

/** Compares two texts line by line: equal lines are in one row, and so are the lines that replace each other. */
export function diffLines(left: string, right: string): readonly DiffRow[] {
  const [a, b] = [left.split('\n'), right.split('\n')];
  const rows: DiffRow[] = [];
  let [from, to] = [0, 0];
  for (const [i, j] of [...commonLines(a, b), [a.length, b.length] as const]) {
    const count = Math.max(i - from, j - to);
    for (let at = 0; at < count; at++)
      rows.push({
        left: from + at < i ? (a[from + at] ?? null) : null,
        right: to + at < j ? (b[to + at] ?? null) : null,
      });
    if (i < a.length || j < b.length) rows.push({ left: a[i] ?? null, right: b[j] ?? null });
    [from, to] = [i + 1, j + 1];
  }
  return rows;
}

/** Returns the positions of a longest common subsequence of lines. */
function commonLines(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  if (a.length > lineLimit || b.length > lineLimit) return [];
  const width = b.length + 1;
  /** The length of the longest common subsequence from line i of `a` and line j of `b` on, at `i * width + j`. */
  const lengths = new Uint16Array((a.length + 1) * width);
  const lengthAt = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        a[i] === b[j] ? lengthAt(i + 1, j + 1) + 1 : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1));
  const found: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      found.push([i, j]);
      i += 1;
      j += 1;
    } else if (lengthAt(i + 1, j) >= lengthAt(i, j + 1)) i += 1;
    else j += 1;
  }
  return found;
}
