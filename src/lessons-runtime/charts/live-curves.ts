import type { Curves } from '../protocol/chart-data.ts';

/** The maximum number of points of a live curve; its width on the page cannot show more. */
const pointLimit = 500;

/** The values of a callback, whose calls are counted from 1. Beyond the limit only every second, fourth, eighth… point and the last are kept. */
export interface LiveCurves {
  /** Adds the values of one call. */
  push(values: readonly (readonly [name: string, value: number])[]): void;
  curves(): Curves;
  /** The number of calls of `push`. */
  readonly total: number;
}

/** @param limit the maximum number of points of a curve */
export function createLiveCurves(limit = pointLimit): LiveCurves {
  const lines = new Map<string, number[]>();
  let x: number[] = [];
  let stride = 1;
  let total = 0;
  let last: { readonly x: number; readonly values: ReadonlyMap<string, number> } | null = null;

  function add(index: number, values: ReadonlyMap<string, number>): void {
    for (const name of values.keys())
      if (!lines.has(name))
        lines.set(
          name,
          x.map(() => Number.NaN),
        );
    for (const [name, line] of lines) line.push(values.get(name) ?? Number.NaN);
    x.push(index + 1);
    if (x.length < limit) return;
    stride *= 2;
    const isKept = (_: unknown, at: number): boolean => at % 2 === 0;
    x = x.filter(isKept);
    for (const [name, line] of lines) lines.set(name, line.filter(isKept));
  }

  return {
    get total() {
      return total;
    },
    push(entries) {
      const index = total++;
      last = { x: index + 1, values: new Map(entries) };
      if (index % stride === 0) add(index, last.values);
    },
    curves() {
      const latest = last !== null && x.at(-1) !== last.x ? last : null;
      const end = (name: string): number[] =>
        latest === null ? [] : [latest.values.get(name) ?? Number.NaN];
      return {
        x: latest === null ? [...x] : [...x, latest.x],
        series: [...lines].map(([name, values]) => ({ name, values: [...values, ...end(name)] })),
      };
    },
  };
}
