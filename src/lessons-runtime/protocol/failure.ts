import type { Advice } from '../shared/advice.ts';
import { type Advised, adviceOf, ownValue } from '../shared/advised.ts';
import type { Language } from '../shared/language.ts';
import { hasWords } from '../shared/words.ts';
import { type FailureCode, failureWords } from './failure-words.ts';

export type { FailureCode } from './failure-words.ts';

export interface Failure {
  readonly code: FailureCode;
  /** The file, photo or backend concerned; shown in the message. */
  readonly subject: string;
}

/** What happened and what to do, in the page's language. */
export function failureText(failure: Failure, language: Language): Advice {
  return failureWords[language][failure.code](failure.subject);
}

/** A failure as an exception: what a cell sees when the course could not serve it. */
export class CourseError extends Error implements Advised {
  override readonly name = 'CourseError';
  readonly isAdvised = true;
  readonly failure: Failure;
  readonly advice: string;

  constructor(failure: Failure, language: Language) {
    const { what, advice } = failureText(failure, language);
    super(what);
    this.failure = failure;
    this.advice = advice;
  }
}

/** Whether it is a `CourseError`, whichever script's copy of the class made it. */
export function isCourseError(thrown: unknown): thrown is CourseError {
  const code = ownValue(ownValue(thrown, 'failure'), 'code');
  return adviceOf(thrown) !== null && typeof code === 'string' && hasWords(failureWords, code);
}
