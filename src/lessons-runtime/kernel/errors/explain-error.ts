import { learnerMessage } from '../../compile/problems/learner-message.ts';
import type { Output } from '../../protocol/output.ts';
import { adviceOf } from '../../shared/advised.ts';
import type { Language } from '../../shared/language.ts';
import type { CellPlaces } from '../cell-places.ts';
import { printed } from '../inspect/value-tree.ts';
import { kernelWords } from '../kernel-words.ts';
import type { LoadScript } from '../lazy-scripts.ts';
import type { ErrorWords } from './error-text.ts';
import type { errorWords } from './word-error.ts';

const textLimit = 10_000;

/**
 * Anything a cell threw, as the page shows it: what, where in the learner's source, and what to try. Never throws.
 * The words for what the engine and TensorFlow.js say come in a script; where that cannot be had, the advice is general.
 */
export async function explainError(
  thrown: unknown,
  language: Language,
  places: CellPlaces,
  declaredBy: (name: string) => string | undefined,
  loadScript: LoadScript,
): Promise<Extract<Output, { kind: 'error' }>> {
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
  const { what, advice } = await wordsFor(thrown, message, language, declaredBy, loadScript);
  return {
    kind: 'error',
    name,
    what: clipped(what ?? message),
    advice,
    place: trace[0] ?? null,
    trace: trace.map(({ cell, line, column }) => `${cell}:${line}:${column}`),
  };
}

function clipped(text: string): string {
  return text.length > textLimit ? `${text.slice(0, textLimit)}…` : text;
}

/** `instanceof`, where even a proxy that throws has an answer. */
export function isInstance<T>(value: unknown, kind: abstract new (...args: never[]) => T): value is T {
  try {
    return value instanceof kind;
  } catch {
    return false;
  }
}

/** A cell may have put anything into its error, getters that throw too. */
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
  loadScript: LoadScript,
): Promise<ErrorWords> {
  const own = adviceOf(error);
  if (own !== null) return { what: null, advice: clipped(own) };
  const general = { what: null, advice: kernelWords[language].generalAdvice };
  try {
    const script = (await loadScript('problems')) as { readonly errorWords: typeof errorWords };
    return script.errorWords(message, language, declaredBy) ?? general;
  } catch {
    return general;
  }
}
