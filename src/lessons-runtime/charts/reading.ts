import type { DrawnCall } from '../protocol/chart-call.ts';
import type { ChartFunction } from '../protocol/chart-functions.ts';
import { chartLimits } from '../protocol/chart-limits.ts';
import type { ChartCallWords } from './chart-call-words.ts';

/** A chart call without its surface and options: the result of reading a cell's arguments. */
export type Content<Path extends ChartFunction = ChartFunction> = DrawnCall extends infer Call
  ? Call extends { readonly path: Path }
    ? Pick<Call & DrawnCall, 'path' | 'data' | 'sample'>
    : never
  : never;

/** The context of reading a call: the function called and the words for errors. */
export interface Reading<Path extends ChartFunction = ChartFunction> {
  readonly path: Path;
  readonly words: ChartCallWords;
}

export type Sample = Exclude<DrawnCall['sample'], undefined>;

/** Returns whether a value is an object other than an array. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Converts any value to text, truncated to the maximum length of a label. */
export function labelOf(value: unknown): string {
  const text = typeof value === 'string' ? value : String(value);
  return text.length > chartLimits.text ? `${text.slice(0, chartLimits.text - 1)}…` : text;
}

/** Converts an array to labels; returns `undefined` for other values. */
export function labelsOf(values: unknown): string[] | undefined {
  return Array.isArray(values) ? values.map(labelOf) : undefined;
}

/** Returns an error with an example of the expected data, and the path of the value that differs. */
export function badShape({ path, words }: Reading, expected: string, found: string): TypeError {
  return new TypeError(words.badShape(path, expected, found));
}

/** @throws {RangeError} if `count` exceeds the limit `what` of a chart */
export function assertFits({ path, words }: Reading, what: keyof typeof chartLimits, count: number): void {
  const limit = chartLimits[what];
  if (count > limit) throw new RangeError(words.tooMany(path, what, limit, count));
}

/** Repeats a check of tfjs-vis. @throws {Error} with tfjs-vis's message, if it does not hold */
export function assertLikeTfvis(holds: boolean, message: string): void {
  if (!holds) throw new Error(message);
}

/** Returns at most `most` evenly spaced indices of `length` items, including the first and the last. */
export function evenIndices(length: number, most: number): number[] {
  if (length <= most) return Array.from({ length }, (_, index) => index);
  return Array.from({ length: most }, (_, index) =>
    Math.round((index * (length - 1)) / Math.max(1, most - 1)),
  );
}
