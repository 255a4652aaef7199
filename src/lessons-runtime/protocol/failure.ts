import type { Advice } from '../shared/advice.ts';
import { type Advised, adviceOf, ownValue } from '../shared/advised.ts';
import type { Language } from '../shared/language.ts';
import { hasWords } from '../shared/words.ts';
import { type FailureCode, failureWords } from './failure-words.ts';

export type { FailureCode } from './failure-words.ts';

/** A failure of the course as plain data, as it crosses from the page to the worker. */
export interface Failure {
  readonly code: FailureCode;
  /** The file, photo or backend concerned; part of the message. */
  readonly subject: string;
}

/** Returns the message and the advice for a failure in the page's language. */
export function failureText(failure: Failure, language: Language): Advice {
  return failureWords[language][failure.code](failure.subject);
}

/** The exception that a cell receives when the course could not serve it. */
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

/** Returns whether a value is a `CourseError`. Scripts bundle copies of the class, so `instanceof` is not enough. */
export function isCourseError(thrown: unknown): thrown is CourseError {
  const code = ownValue(ownValue(thrown, 'failure'), 'code');
  return adviceOf(thrown) !== null && typeof code === 'string' && hasWords(failureWords, code);
}
