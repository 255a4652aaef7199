type TensorValues = ArrayLike<number> | readonly string[];

/** From the most to the least detailed layout: dimensions of more than `limit` show `edge` values at each end. */
const layouts = [
  { limit: 20, edge: 3 },
  { limit: 6, edge: 3 },
  { limit: 2, edge: 1 },
] as const;
/** The first layout that shows at most this many values is used. */
const shownLimit = 600;
const textLimit = 100;

/** Placeholder for omitted values. */
const gap = null;

/**
 * Formats a tensor's values in the layout of `tensor.toString()`: nested brackets, aligned columns, and an ellipsis in
 * dimensions of more than 20. Reads only the values that it shows, so its time does not depend on the size of the tensor.
 *
 * @param values row by row; for `complex64`, real and imaginary parts alternate
 */
export function printTensor(values: TensorValues, shape: readonly number[], dtype: string): string {
  if (shape.includes(0)) return '[]';
  const valueAt = (index: number): string => valueText(values, index, dtype);
  if (shape.length === 0) return valueAt(0);

  const dimensions = shape.map((size) => shownIndices(size, layoutFor(shape)));
  const rank = shape.length;
  const rows: string[][] = [];
  collectRows(0, 0);
  const widths = columnWidths(rows, rank > 1);
  let nextRow = 0;
  return lines(0, true).join('\n');

  function collectRows(dimension: number, offset: number): void {
    const size = shape[dimension] ?? 1;
    const indices = dimensions[dimension] ?? [];
    if (dimension === rank - 1) {
      rows.push(indices.map((index) => (index === gap ? '...' : valueAt(offset * size + index))));
      return;
    }
    for (const index of indices) if (index !== gap) collectRows(dimension + 1, offset * size + index);
  }

  function lines(dimension: number, isLast: boolean): string[] {
    if (dimension === rank - 1) {
      const cells = rows[nextRow++] ?? [];
      return [`[${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(', ')}]`];
    }
    const indices = dimensions[dimension] ?? [];
    const inner = indices.flatMap((index, place) =>
      index === gap ? ['...'] : lines(dimension + 1, place === indices.length - 1),
    );
    const below = rank - dimension;
    const comma = below === 2 ? ',' : '';
    const end = isLast ? '' : `,${'\n'.repeat(below - 1)}`;
    return inner.map((line, place) => {
      const last = place === inner.length - 1;
      return (place === 0 ? '[' : ' ') + line + (last ? `]${end}` : comma);
    });
  }
}

function layoutFor(shape: readonly number[]): (typeof layouts)[number] {
  const shown = ({ limit, edge }: (typeof layouts)[number]): number =>
    shape.reduce((product, size) => product * (size > limit ? 2 * edge : size), 1);
  return layouts.find((layout) => shown(layout) <= shownLimit) ?? layouts[2];
}

function shownIndices(size: number, { limit, edge }: (typeof layouts)[number]): readonly (number | null)[] {
  const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);
  return size > limit ? [...range(0, edge), gap, ...range(size - edge, size)] : range(0, size);
}

/** Returns the width of each column. Like tfjs, columns of a one-dimensional tensor are not aligned. */
function columnWidths(rows: readonly (readonly string[])[], isAligned: boolean): readonly number[] {
  if (!isAligned) return [];
  const [first = []] = rows;
  return first.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
}

function valueText(values: TensorValues, index: number, dtype: string): string {
  if (dtype === 'complex64')
    return `${numberText(values[2 * index])} + ${numberText(values[2 * index + 1])}j`;
  const value = values[index];
  if (typeof value === 'string')
    return `'${value.length > textLimit ? `${value.slice(0, textLimit)}…` : value}'`;
  if (dtype === 'bool') return value === 0 ? 'false' : 'true';
  return numberText(value);
}

/** Formats with seven decimals, like tfjs, except that values below 1e-5 keep three digits instead of becoming 0. */
function numberText(value: unknown): string {
  const number = Number(value);
  const isTiny = number !== 0 && Math.abs(number) < 1e-5;
  return String(Number.parseFloat(isTiny ? number.toPrecision(3) : number.toFixed(7)));
}
