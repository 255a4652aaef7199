import type { Advice } from '../shared/advice.ts';
import type { Language } from '../shared/language.ts';
import type { StaticError } from './find-static-error.ts';
import type { Grade } from './grade.ts';
import { stageWords } from './stage-words.ts';

/** The number of options that a message lists at most. */
const namesShown = 8;

/** Describes a static error for the learner. */
export function staticErrorText(staticError: StaticError, language: Language): Advice {
  const words = stageWords[language];
  const { name } = staticError;
  if (staticError.kind === 'unknown-name') return words.unknownName(name);
  const known = nearestFirst(name, staticError.known).slice(0, namesShown);
  return words.unknownOption(name, staticError.call, known);
}

/** Sorts names by the length of the prefix that they share with a name, because most typos are at the end of a word. */
function nearestFirst(name: string, known: readonly string[]): readonly string[] {
  const commonPrefix = (other: string) => {
    const letters = [...name.toLowerCase()];
    const length = letters.findIndex((letter, index) => letter !== other.toLowerCase()[index]);
    return length < 0 ? letters.length : length;
  };
  return known.toSorted((one, other) => commonPrefix(other) - commonPrefix(one));
}

/** Creates the grade of an attempt whose check failed to run. @param error the cause, for the author of the check */
export function brokenGrade(language: Language, error: unknown): Grade {
  const reason = error instanceof Error ? error.message : String(error);
  return { verdict: 'broken', stage: 'broken', ...stageWords[language].broken, reason };
}
