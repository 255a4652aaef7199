import type { Language } from '../shared/language.ts';
import { ArgumentError } from './argument-error.ts';
import { libraryWords } from './library-words.ts';

/** A promise of a model is the most likely thing to come instead of one. */
export function requireModel(model: unknown, language: Language): void {
  if (typeof Object(model).predict === 'function' && Array.isArray(Object(model).layers)) return;
  throw new ArgumentError(libraryWords[language].notModel(model instanceof Promise));
}
