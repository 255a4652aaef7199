/** Writes JSON with one line for each object that `isRow` accepts, so that a diff shows which of many rows changed. */
export function jsonWithRows(value: unknown, isRow: (value: object) => boolean): string {
  const lines: string[] = [];
  const inLine = (_: string, each: unknown): unknown =>
    typeof each === 'object' && each !== null && isRow(each)
      ? `\u0000${lines.push(JSON.stringify(each)) - 1}`
      : each;
  const text = JSON.stringify(value, inLine, 1);
  return `${text.replace(/"\\u0000(\d+)"/g, (_, line) => lines[Number(line)] ?? '')}\n`;
}
