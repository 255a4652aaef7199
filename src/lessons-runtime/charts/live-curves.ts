import type { Curves } from '../protocol/chart-data.ts';

/** Points that a live line keeps: as many as a line of its width can show. */
const pointLimit = 500;

/** What a callback of a training heard so far. Beyond its limit it keeps every second, fourth, eighth… point and the last. */
export interface LiveCurves {
  push(values: readonly (readonly [name: string, value: number])[]): void;
  curves(): Curves;
  /** Calls so far, kept or not. */
  readonly total: number;
}

export function createLiveCurves(limit = pointLimit): LiveCurves {
  const lines = new Map<string, number[]>();
  let x: number[] = [];
  let stride = 1;
  let total = 0;
  let last: { readonly x: number; readonly values: ReadonlyMap<string, number> } | null = null;

  function keep(place: number, values: ReadonlyMap<string, number>): void {
    for (const name of values.keys())
      if (!lines.has(name))
        lines.set(
          name,
          x.map(() => Number.NaN),
        );
    for (const [name, line] of lines) line.push(values.get(name) ?? Number.NaN);
    x.push(place);
    if (x.length < limit) return;
    stride *= 2;
    const stays = (_: unknown, at: number): boolean => at % 2 === 0;
    x = x.filter(stays);
    for (const [name, line] of lines) lines.set(name, line.filter(stays));
  }

  return {
    get total() {
      return total;
    },
    push(entries) {
      const place = total++;
      last = { x: place, values: new Map(entries) };
      if (place % stride === 0) keep(place, last.values);
    },
    curves() {
      const passing = last !== null && x.at(-1) !== last.x ? last : null;
      const end = (name: string): number[] =>
        passing === null ? [] : [passing.values.get(name) ?? Number.NaN];
      return {
        x: passing === null ? [...x] : [...x, passing.x],
        series: [...lines].map(([name, values]) => ({ name, values: [...values, ...end(name)] })),
      };
    },
  };
}
