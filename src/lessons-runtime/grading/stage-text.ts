import type { Advice } from '../shared/advice.ts';
import type { Language } from '../shared/language.ts';
import type { StaticError } from './find-static-error.ts';
import type { Grade } from './grade.ts';
import { stageWords } from './stage-words.ts';

/** So many options are named, so that a long list does not bury what is meant. */
const namesShown = 8;

/** What cannot be, and what to try. */
export function staticErrorText(staticError: StaticError, language: Language): Advice {
  const words = stageWords[language];
  const { name } = staticError;
  if (staticError.kind === 'unknown-name') return words.unknownName(name);
  const known = nearestFirst(name, staticError.known).slice(0, namesShown);
  return words.unknownOption(name, staticError.call, known);
}

/** Those that begin alike come first: most slips are at a word's end. */
function nearestFirst(name: string, known: readonly string[]): readonly string[] {
  const alike = (other: string) => {
    const letters = [...name.toLowerCase()];
    const differs = letters.findIndex((letter, place) => letter !== other.toLowerCase()[place]);
    return differs < 0 ? letters.length : differs;
  };
  return known.toSorted((one, other) => alike(other) - alike(one));
}

/** @param error what broke, for the author */
export function brokenGrade(language: Language, error: unknown): Grade {
  const reason = error instanceof Error ? error.message : String(error);
  return { verdict: 'broken', stage: 'broken', ...stageWords[language].broken, reason };
}
