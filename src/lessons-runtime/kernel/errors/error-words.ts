import type { Language } from '../../shared/language.ts';
import { engineErrors } from './engine-errors.ts';
import { modelErrors } from './model-errors.ts';
import { nameErrors } from './name-errors.ts';

/** What happened and what to try, in the page's language; `what` only where ours is better than the engine's. */
export interface ErrorWords {
  readonly what?: string;
  readonly advice: string;
}

const texts = [...nameErrors, ...modelErrors, ...engineErrors];

/**
 * Words for an error of the engine's or of TensorFlow.js, by what it says of itself; `null` for one that is not known.
 * @param declaredBy whose a name is, or was before it was nobody's
 */
export function errorWords(
  message: string,
  language: Language,
  declaredBy: (name: string) => string | undefined,
): ErrorWords | null {
  for (const { pattern, spanish, text } of texts) {
    const match = pattern.exec(message);
    if (match === null) continue;
    const advice = text[language](match, declaredBy(match[1] ?? match[2] ?? ''));
    return language === 'es' && spanish !== undefined ? { what: spanish(match), advice } : { advice };
  }
  return null;
}
