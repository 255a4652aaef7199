import { learnerMessage } from '../../compile/problems/learner-message.ts';
import type { OutputOf } from '../../protocol/output.ts';
import { adviceOf } from '../../shared/advised.ts';
import type { Language } from '../../shared/language.ts';
import type { CellPlaces } from '../cell-places.ts';
import { printed } from '../inspect/value-tree.ts';
import { kernelWords } from '../kernel-words.ts';
import type { ProblemsScript } from '../script-interfaces.ts';
import type { ErrorWords } from './error-text.ts';

const textLimit = 10_000;

/**
 * Returns the error part for a value that a cell threw: message, position in the learner's source, and advice. Never throws.
 *
 * @param declaredBy returns the cell that declares a name
 * @param loadProblems loads the words for errors of the engine and TensorFlow.js; if it fails, the advice is general
 */
export async function explainError(
  thrown: unknown,
  language: Language,
  places: CellPlaces,
  declaredBy: (name: string) => string | undefined,
  loadProblems: () => Promise<Pick<ProblemsScript, 'errorWords'>>,
): Promise<OutputOf<'error'>> {
  if (!isInstance(thrown, Error)) {
    const { thrownValue, generalAdvice: advice } = kernelWords[language];
    return {
      kind: 'error',
      name: 'throw',
      what: thrownValue(printed([thrown])),
      advice,
      place: null,
      trace: [],
    };
  }
  const trace = places.trace(textOf(thrown, 'stack'));
  const message = learnerMessage(textOf(thrown, 'message'));
  const name = textOf(thrown, 'name');
  const { what, advice } = await wordsFor(thrown, message, language, declaredBy, loadProblems);
  return {
    kind: 'error',
    name,
    what: clip(what ?? message),
    advice,
    place: trace[0] ?? null,
    trace: trace.map(({ cell, line, column }) => `${cell}:${line}:${column}`),
  };
}

function clip(text: string): string {
  return text.length > textLimit ? `${text.slice(0, textLimit)}…` : text;
}

/** Returns `value instanceof type`; `false` if that throws, as it does for some proxies. */
export function isInstance<T>(value: unknown, type: abstract new (...args: never[]) => T): value is T {
  try {
    return value instanceof type;
  } catch {
    return false;
  }
}

/** Reads a property of an error as text. A cell can put any value into it, including getters that throw. */
function textOf(error: Error, property: 'name' | 'message' | 'stack'): string {
  try {
    const value: unknown = error[property];
    return typeof value === 'string' ? value : printed([value]);
  } catch {
    return '(…)';
  }
}

async function wordsFor(
  error: Error,
  message: string,
  language: Language,
  declaredBy: (name: string) => string | undefined,
  loadProblems: () => Promise<Pick<ProblemsScript, 'errorWords'>>,
): Promise<ErrorWords> {
  const ownAdvice = adviceOf(error);
  if (ownAdvice !== null) return { what: null, advice: clip(ownAdvice) };
  const general = { what: null, advice: kernelWords[language].generalAdvice };
  try {
    return (await loadProblems()).errorWords(message, language, declaredBy) ?? general;
  } catch {
    return general;
  }
}
