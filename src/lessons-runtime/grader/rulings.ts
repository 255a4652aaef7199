import type { Ruling } from '../grading/ruling.ts';
import { shapeText } from '../shared/format.ts';
import { isSerializedTensor, isUnserializable } from './serialized-value.ts';

/** Something that a right answer does: `null` where it does, else what to say. */
export type Step = () => Ruling | null | Promise<Ruling | null>;

/** What was expected and what came out, as the learner reads them. */
interface Compared {
  readonly expected?: unknown;
  readonly found?: unknown;
}

/** @param message the name of one of the exercise's messages */
export function correct(message = 'correct'): Ruling {
  return { verdict: 'correct', message, expected: '', found: '' };
}

/** @param message the name of one of the exercise's messages */
export function wrong(message: string, compared: Compared = {}): Ruling {
  return {
    verdict: 'incorrect',
    message,
    expected: 'expected' in compared ? brief(compared.expected) : '',
    found: 'found' in compared ? brief(compared.found) : '',
  };
}

/** Where there are several ways to be right: each is a list of steps, and what is told is of the one that got furthest. */
export async function nearest(ways: readonly (readonly Step[])[]): Promise<Ruling> {
  let best: { readonly share: number; readonly ruling: Ruling } | null = null;
  for (const steps of ways) {
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

/** The first step that fails, or correct. */
export async function all(steps: readonly Step[]): Promise<Ruling> {
  for (const step of steps) {
    const ruling = await step();
    if (ruling !== null) return ruling;
  }
  return correct();
}

const longest = 200;

function brief(value: unknown): string {
  const text = written(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** A text as it is, unless it could be taken for something else; a list of texts with commas between them; all else as JSON. */
function written(value: unknown): string {
  if (typeof value === 'string') return readsAsValue.test(value) ? JSON.stringify(value) : value;
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value.join(', ') || '—';
  if (isUnserializable(value)) return value.unserializable;
  if (isSerializedTensor(value)) {
    const { shape, values } = value.tensor;
    return `tensor ${shapeText(shape)}: ${values.slice(0, valuesShown).map(rounded).join(', ')}${values.length > valuesShown ? ', …' : ''}`;
  }
  return JSON.stringify(rounded(value)) ?? String(value);
}

const readsAsValue = /^(?:|-?[\d.]+(?:e[-+]?\d+)?|true|false)$/;
const valuesShown = 8;

/** Numbers with as many digits as one reads; whole ones as they are. */
function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? value : Number(value.toPrecision(5));
  if (Array.isArray(value)) return value.map(rounded);
  return isUnserializable(value) ? value.unserializable : value;
}
