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
 * Words a problem for the learner, in the page's language. A syntax error that has no wording of its own
 * quotes the parser, whose messages are English.
 */
export function problemText({ code, detail }: Problem, language: Language): Advice {
  const names = { ...unnamed, ...detail };
  if (code !== 'syntax') return problemWords[language][code](names);
  const reason = syntaxReason(detail);
  return reason === null ? problemWords[language].unworded(names) : syntaxWords[language][reason](names);
}

/** Whose words are those of a syntax error, by the parser's own reasons; `null` where there are none. */
function syntaxReason({ reason = '', expected }: Problem['detail']): SyntaxReason | null {
  const withExpected = `${reason}:expected`;
  if (expected !== undefined && isWorded(withExpected)) return withExpected;
  if (reason === 'InvalidOrMissingExponent') return 'NumberIdentifier';
  return isWorded(reason) ? reason : null;
}

function isWorded(reason: string): reason is SyntaxReason {
  return hasWords(syntaxWords, reason);
}
