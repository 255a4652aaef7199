import type { Output } from '../../protocol/output.ts';

/** The outputs of cells by cell id, as read from `sessionStorage`: not validated yet. */
type CarriedOutputs = Readonly<Record<string, readonly unknown[]>>;

const key = 'deshielo:outputs';
/** Below the 5 MB that browsers give an origin, because others may use it too. */
const characterLimit = 2_000_000;

/** Outputs of texts and numbers. Charts and pictures are too large; for them the learner runs the cell again. */
const carriedKinds: ReadonlySet<Output['kind']> = new Set([
  'text',
  'value',
  'tensor',
  'table',
  'model',
  'markdown',
]);

/** Stores the outputs of a lesson's cells for the next page of this tab: the same lesson in the other language. */
export function carryOutputs(lesson: string, outputs: CarriedOutputs): void {
  const text = JSON.stringify({ lesson, outputs });
  try {
    if (text.length <= characterLimit) sessionStorage.setItem(key, text);
  } catch {
    // The browser refuses to store it: the learner can run the cells again.
  }
}

/** Returns the outputs that can be carried, tensors without their pictures. */
export function selectCarriedOutputs(outputs: readonly Output[]): readonly Output[] {
  return outputs
    .filter(({ kind }) => carriedKinds.has(kind))
    .map((part) => {
      if (part.kind !== 'tensor') return part;
      const { pictures: _, ...rest } = part;
      return rest;
    });
}

/** Reads and removes the outputs that the previous page stored for this lesson; `{}` if there are none. */
export function takeCarriedOutputs(lesson: string): CarriedOutputs {
  try {
    const stored = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    const carried: unknown = JSON.parse(stored ?? 'null');
    return isCarriedFor(lesson, carried) ? carried.outputs : {};
  } catch {
    return {};
  }
}

function isCarriedFor(lesson: string, value: unknown): value is { readonly outputs: CarriedOutputs } {
  if (typeof value !== 'object' || value === null || Reflect.get(value, 'lesson') !== lesson) return false;
  const outputs: unknown = Reflect.get(value, 'outputs');
  return typeof outputs === 'object' && outputs !== null && Object.values(outputs).every(Array.isArray);
}
