import type { Output } from '../../protocol/output.ts';

/** What cells showed, by cell, as it came out of the tab's store: nothing about it is known yet. */
type CarriedOutputs = Readonly<Record<string, readonly unknown[]>>;

const key = 'deshielo:outputs';
/** Room that every browser gives a tab, less what others may need. */
const letterLimit = 2_000_000;

/** What is words and numbers, and so fits into the store. Charts and pictures the learner has to run again. */
const carriedKinds: ReadonlySet<Output['kind']> = new Set([
  'text',
  'value',
  'tensor',
  'table',
  'model',
  'markdown',
]);

/** Keeps what a lesson's cells showed for the next page of this tab, which is the same lesson in the other language. */
export function carryOutputs(lesson: string, outputs: CarriedOutputs): void {
  const text = JSON.stringify({ lesson, outputs });
  try {
    if (text.length <= letterLimit) sessionStorage.setItem(key, text);
  } catch {
    // Refused by the browser: the cells are there to be run again.
  }
}

/** What can be carried of a cell's outputs. */
export function carriedParts(outputs: readonly Output[]): readonly Output[] {
  return outputs
    .filter(({ kind }) => carriedKinds.has(kind))
    .map((part) => {
      if (part.kind !== 'tensor') return part;
      const { pictures: _, ...words } = part;
      return words;
    });
}

/** What the page before left for this lesson; only once. */
export function takeCarriedOutputs(lesson: string): CarriedOutputs {
  try {
    const stored = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    const carried: unknown = JSON.parse(stored ?? 'null');
    return isOf(lesson, carried) ? carried.outputs : {};
  } catch {
    return {};
  }
}

function isOf(lesson: string, value: unknown): value is { readonly outputs: CarriedOutputs } {
  if (typeof value !== 'object' || value === null || Reflect.get(value, 'lesson') !== lesson) return false;
  const outputs: unknown = Reflect.get(value, 'outputs');
  return typeof outputs === 'object' && outputs !== null && Object.values(outputs).every(Array.isArray);
}
