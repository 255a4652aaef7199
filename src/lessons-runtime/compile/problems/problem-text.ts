import type { Advice } from '../../shared/advice.ts';
import type { Language } from '../../shared/language.ts';
import { hasWords } from '../../shared/words.ts';
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

/**
 * Describes a problem for the learner, in the page's language. A syntax error without a text of its own quotes the parser,
 * whose messages are in English.
 */
export function problemText({ code, detail }: Problem, language: Language): Advice {
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
