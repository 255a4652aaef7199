import type { Advice } from '../../shared/advice.ts';
import type { Language } from '../../shared/language.ts';
import { hasWords } from '../../shared/words.ts';
import type { Position } from '../source/lines.ts';
import { diagnoseProblem } from './diagnose-problem.ts';
import type { Problem } from './problem.ts';
import { type ProblemNames, problemWords } from './problem-words.ts';
import { type SyntaxReason, syntaxWords } from './syntax-words.ts';

const unnamed: ProblemNames = {
  name: '',
  bracket: '',
  keyword: '',
  token: '',
  expected: '',
  unexpected: '',
  reservedWord: '',
  message: '',
};

/** What the learner is told of a problem. */
export type ProblemText = Advice & {
  /** Where the mistake is. */
  readonly place: Position;
};

/**
 * Describes a problem for the learner, in the page's language. A syntax error without a text of its own quotes the parser,
 * whose messages are in English.
 * @param source the code that does not compile
 */
export function problemText(source: string, problem: Problem, language: Language): ProblemText {
  const { code, detail, line, column } = diagnoseProblem(source, problem);
  return { ...adviceFor(code, detail, language), place: { line, column } };
}

function adviceFor(code: Problem['code'], detail: Problem['detail'], language: Language): Advice {
  const names = { ...unnamed, ...detail };
  if (code !== 'syntax') return problemWords[language][code](names);
  const reason = syntaxReason(detail);
  return reason === null ? problemWords[language].unworded(names) : syntaxWords[language][reason](names);
}

/** Returns the key of the text for a syntax error; `null` if there is none. */
function syntaxReason({ reason = '', expected }: Problem['detail']): SyntaxReason | null {
  const withExpected = `${reason}:expected`;
  if (expected !== undefined && isWorded(withExpected)) return withExpected;
  if (reason === 'InvalidOrMissingExponent') return 'NumberIdentifier';
  return isWorded(reason) ? reason : null;
}

function isWorded(reason: string): reason is SyntaxReason {
  return hasWords(syntaxWords, reason);
}
