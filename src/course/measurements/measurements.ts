import { readFileSync } from 'node:fs';
import { z } from 'astro/zod';

/** Where `tools/measure-course` writes the measurements. */
export const measurementsFile = 'src/content/measurements.json';

/** One combination of data, base and strategy, measured in several splits. */
const row = z.strictObject({
  /** The pair of classes: a key of `targets` in `tools/measure-course/targets.ts`. */
  target: z.string().min(1),
  /** Side of the pictures in pixels. */
  inputSize: z.int().min(16),
  /** Training examples of each class. */
  perClass: z.int().min(1),
  /** The network that training began with; `none` without one; `random-…` for its architecture with random weights. */
  base: z.string().min(1),
  strategy: z.string().min(1),
  /** Mean recall on the test part in percent, one for each split: the first is of split 0, the second of split 1, … */
  recalls: z.array(z.number().min(0).max(100)).min(1),
  /** The same on the validation part. */
  validationRecalls: z.array(z.number().min(0).max(100)).min(1),
  /** The median duration of training and evaluation. */
  seconds: z.number().min(0),
});

const measurements = z.strictObject({
  machine: z.string().min(1),
  /** The duration of one training step, in milliseconds. */
  steps: z.array(
    z.strictObject({
      base: z.string().min(1),
      inputSize: z.int().min(16),
      layers: z.enum(['head', 'all']),
      batch: z.int().min(1),
      milliseconds: z.number().positive(),
    }),
  ),
  rows: z.array(row).min(1),
});

export type Measurements = z.infer<typeof measurements>;
export type MeasuredRow = z.infer<typeof row>;

/** The name of a row. */
export interface RowName {
  readonly target: string;
  readonly base: string;
  readonly strategy: string;
  /** Training examples of each class. Default 10. */
  readonly perClass?: number;
}

/**
 * Reads the published measurements, while the site is built.
 * @throws if the file is missing, or with the name of each invalid field
 */
export function readMeasurements(file = measurementsFile): Measurements {
  const parsed = measurements.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new Error(`${file} has invalid fields.\n${z.prettifyError(parsed.error)}`);
}

/**
 * Finds a row. The strategy `scratch` stands for the one of the two recipes whose mean on the validation parts is higher.
 * @throws with the names that exist, if there is no such row
 */
export function findRow(rows: readonly MeasuredRow[], name: RowName): MeasuredRow {
  const { target, base, strategy, perClass = 10 } = name;
  const candidates = rows.filter((each) => each.target === target && each.perClass === perClass);
  const found = candidates
    .filter(
      (each) =>
        each.base === base &&
        (each.strategy === strategy ||
          (strategy === 'scratch' && ['scratch-plain', 'scratch-augmented'].includes(each.strategy))),
    )
    .sort((one, other) => meanOf(other.validationRecalls) - meanOf(one.validationRecalls))[0];
  if (found !== undefined) return found;
  const known = candidates.map((each) => `${each.base} ${each.strategy}`);
  const list = known.length > 0 ? known.join(', ') : [...new Set(rows.map((each) => each.target))].join(', ');
  throw new Error(`no row ${target} ${base} ${strategy} with ${perClass} examples; there are: ${list}`);
}

/** Returns the mean of the numbers. */
export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Returns the sample standard deviation, which is 0 for a single value. */
export function deviationOf(values: readonly number[]): number {
  const mean = meanOf(values);
  const sum = values.reduce((total, value) => total + (value - mean) ** 2, 0);
  return Math.sqrt(sum / Math.max(1, values.length - 1));
}

/** The difference between two rows in the splits that both have. */
export interface PairedDifference {
  /** Mean difference in percentage points. */
  readonly mean: number;
  /** Standard error of the mean. */
  readonly standardError: number;
  /** The number of splits in which the first row is better, and in which both are equal. */
  readonly wins: number;
  readonly ties: number;
  readonly splits: number;
}

/** Compares a row with another, split by split. */
export function compareRows(row: MeasuredRow, other: MeasuredRow): PairedDifference {
  const splits = Math.min(row.recalls.length, other.recalls.length);
  const differences = row.recalls
    .slice(0, splits)
    .map((recall, split) => recall - (other.recalls[split] ?? 0));
  return {
    mean: meanOf(differences),
    standardError: deviationOf(differences) / Math.sqrt(splits),
    wins: differences.filter((difference) => difference > 0).length,
    ties: differences.filter((difference) => difference === 0).length,
    splits,
  };
}
