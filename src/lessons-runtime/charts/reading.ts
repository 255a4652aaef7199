import type { DrawnCall } from '../protocol/chart-call.ts';
import type { ChartFunction } from '../protocol/chart-functions.ts';
import { chartLimits } from '../protocol/chart-limits.ts';
import type { ChartCallWords } from './chart-call-words.ts';

/** A call without its surface and options: what a reader makes of a cell's arguments. */
export type Content<Path extends ChartFunction = ChartFunction> = DrawnCall extends infer Call
  ? Call extends { readonly path: Path }
    ? Pick<Call & DrawnCall, 'path' | 'data' | 'sample'>
    : never
  : never;

/** What reading a call needs beside its arguments. */
export interface Reading<Path extends ChartFunction = ChartFunction> {
  readonly path: Path;
  readonly words: ChartCallWords;
}

export type Sample = Exclude<DrawnCall['sample'], undefined>;

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Text as a chart can hold it: of any value, and not longer than a label may be. */
export function labelOf(value: unknown): string {
  const text = typeof value === 'string' ? value : String(value);
  return text.length > chartLimits.text ? `${text.slice(0, chartLimits.text - 1)}…` : text;
}

export function labelsOf(values: unknown): string[] | undefined {
  return Array.isArray(values) ? values.map(labelOf) : undefined;
}

/** @throws {TypeError} that names what was expected and the place that differs */
export function badShape({ path, words }: Reading, expected: string, found: string): TypeError {
  return new TypeError(words.badShape(path, expected, found));
}

/** @throws {RangeError} where there is more than a chart can hold */
export function assertFits({ path, words }: Reading, what: keyof typeof chartLimits, count: number): void {
  const limit = chartLimits[what];
  if (count > limit) throw new RangeError(words.tooMany(path, what, limit, count));
}

/** tfjs-vis's own check: an error with exactly this message. */
export function assertLikeTfvis(holds: boolean, message: string): void {
  if (!holds) throw new Error(message);
}

/** The places of at most `most` of `length` items, evenly spread, the first and the last among them. */
export function evenIndices(length: number, most: number): number[] {
  if (length <= most) return Array.from({ length }, (_, place) => place);
  return Array.from({ length: most }, (_, place) =>
    Math.round((place * (length - 1)) / Math.max(1, most - 1)),
  );
}
