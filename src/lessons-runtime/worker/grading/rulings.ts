import type { Ruling } from '../../grading/ruling.ts';

/** Something that a right answer does: `null` where it does, else what to say. */
export type Step = () => Ruling | null | Promise<Ruling | null>;

/** What was expected and what came out, as the learner reads them. */
interface Compared {
  readonly expected?: unknown;
  readonly found?: unknown;
}

/** @param message the name of one of the exercise's messages */
export function correct(message = 'correct'): Ruling {
  return { verdict: 'correct', message, expected: null, found: null };
}

/** @param message the name of one of the exercise's messages */
export function wrong(message: string, compared: Compared = {}): Ruling {
  return {
    verdict: 'incorrect',
    message,
    expected: 'expected' in compared ? brief(compared.expected) : null,
    found: 'found' in compared ? brief(compared.found) : null,
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
  const text = typeof value === 'string' ? value : (JSON.stringify(rounded(value)) ?? String(value));
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** Numbers with as many digits as one reads. */
function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toPrecision(5));
  if (Array.isArray(value)) return value.map(rounded);
  return value;
}
