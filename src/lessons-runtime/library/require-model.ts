import type { Language } from '../shared/language.ts';
import { ArgumentError } from './argument-error.ts';
import { libraryWords } from './library-words.ts';

/** @throws {ArgumentError} if `model` is not a layers model; with advice of its own for a promise, the most likely mistake */
export function requireModel(model: unknown, language: Language): void {
  if (typeof Object(model).predict === 'function' && Array.isArray(Object(model).layers)) return;
  throw new ArgumentError(libraryWords[language].notModel(model instanceof Promise));
}
