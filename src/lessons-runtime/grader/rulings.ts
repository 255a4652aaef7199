import type { Ruling } from '../grading/ruling.ts';
import { shapeText } from '../shared/format.ts';
import { isSerializedTensor, isUnserializable } from './serialized-value.ts';

/** A requirement of an answer. Returns `null` if the answer meets it, otherwise the ruling. */
type Step = () => Ruling | null | Promise<Ruling | null>;

/** Expected and found values, which the learner reads. */
interface Comparison {
  readonly expected?: unknown;
  readonly found?: unknown;
}

/** @param message the name of one of the exercise's messages */
export function correct(message = 'correct'): Ruling {
  return { verdict: 'correct', message, expected: '', found: '' };
}

/** @param message the name of one of the exercise's messages */
export function wrong(message: string, comparison: Comparison = {}): Ruling {
  return {
    verdict: 'incorrect',
    message,
    expected: 'expected' in comparison ? brief(comparison.expected) : '',
    found: 'found' in comparison ? brief(comparison.found) : '',
  };
}

/**
 * Rules on an exercise with several correct solutions.
 *
 * @param solutions the requirements of each solution
 * @returns correct if one solution is complete, otherwise the first failure of the solution with the highest share of steps passed
 */
export async function nearest(solutions: readonly (readonly Step[])[]): Promise<Ruling> {
  let best: { readonly share: number; readonly ruling: Ruling } | null = null;
  for (const steps of solutions) {
    let passed = 0;
    let failed: Ruling | null = null;
    for (const step of steps) {
      const ruling = await step();
      if (ruling === null) passed += 1;
      else failed ??= ruling;
    }
    if (failed === null) return correct();
    const share = passed / steps.length;
    if (best === null || share > best.share) best = { share, ruling: failed };
  }
  return best?.ruling ?? correct();
}

/** Returns the ruling of the first step that fails, or correct. */
export async function all(steps: readonly Step[]): Promise<Ruling> {
  for (const step of steps) {
    const ruling = await step();
    if (ruling !== null) return ruling;
  }
  return correct();
}

const textLimit = 200;

function brief(value: unknown): string {
  const text = format(value);
  return text.length > textLimit ? `${text.slice(0, textLimit)}…` : text;
}

/** Formats a value: a string without quotes unless it looks like another value, a list of strings with commas, others as JSON. */
function format(value: unknown): string {
  if (typeof value === 'string') return readsAsValue.test(value) ? JSON.stringify(value) : value;
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value.join(', ') || '—';
  if (isUnserializable(value)) return value.unserializable;
  if (isSerializedTensor(value)) {
    const { shape, values } = value.tensor;
    return `tensor ${shapeText(shape)}: ${values.slice(0, valuesShown).map(round).join(', ')}${values.length > valuesShown ? ', …' : ''}`;
  }
  return JSON.stringify(round(value)) ?? String(value);
}

const readsAsValue = /^(?:|-?[\d.]+(?:e[-+]?\d+)?|true|false)$/;
const valuesShown = 8;

/** Rounds numbers, also in lists, to five digits, except integers. */
function round(value: unknown): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? value : Number(value.toPrecision(5));
  if (Array.isArray(value)) return value.map(round);
  return isUnserializable(value) ? value.unserializable : value;
}
