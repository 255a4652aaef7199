import { lineStarts } from '../source/lines.ts';
import { findBracketProblem } from './bracket-problem.ts';
import { findJsx } from './find-jsx.ts';
import { type Problem, type ProblemCode, problemAt } from './problem.ts';

/** Parser errors with a code of their own, by the parser's code. */
const CODES: Readonly<Record<string, ProblemCode>> = {
  AwaitNotInAsyncContext: 'await-outside-async',
  IllegalReturn: 'top-level-return',
  StrictDelete: 'delete-variable',
  StrictWith: 'with',
  VarRedeclaration: 'duplicate-declaration',
};

/** The operators of code, by the signs of mathematics. */
const WRITTEN_SIGNS: Readonly<Record<string, string>> = {
  '×': '*',
  '·': '*',
  '÷': '/',
  '−': '-',
  '–': '-',
  '≤': '<=',
  '≥': '>=',
  '≠': '!==',
  '²': '** 2',
};

/** Errors that an unmatched bracket can cause far from the bracket itself. */
const BRACKET_SYMPTOMS = new Set([
  'UnexpectedToken',
  'MissingSemicolon',
  'UnexpectedKeyword',
  'UnsupportedImport',
]);

/**
 * Returns the cause of a problem. The parser stops at the first token that it cannot place, and the mistake may be elsewhere: a
 * bracket that is not closed, or JSX. A problem that the parser did not find is returned as it is.
 * @param source the code that `compileCell` or `parseCell` refused
 */
export function diagnoseProblem(source: string, problem: Problem): Problem {
  const { code, detail, line, column } = problem;
  const { reason, message = '', ...values } = detail;
  if (code !== 'syntax' || reason === undefined) return problem;
  const jsx = findJsx(source);
  if (jsx !== undefined) return problemAt(source, jsx, 'jsx');
  if (BRACKET_SYMPTOMS.has(reason)) {
    const unmatched = findBracketProblem(source);
    if (unmatched !== undefined) {
      return problemAt(source, unmatched.at, unmatched.code, { bracket: unmatched.bracket });
    }
  }
  const unread = source.slice((lineStarts(source)[line - 1] ?? 0) + column - 1);
  return {
    ...problem,
    code: codeOf(unread, reason),
    detail: { ...values, ...tokenAt(unread, reason), message },
  };
}

/** @param unread the source from where the parser stopped */
function codeOf(unread: string, reason: string): ProblemCode {
  const isAwait = reason === 'UnexpectedReservedWord' && /^await\s+[^\s=;,):]/.test(unread);
  return isAwait ? 'await-outside-async' : (CODES[reason] ?? 'syntax');
}

/** Returns the token at which the parser failed, and the reason, which differs at the end of the text and at mathematical signs. */
function tokenAt(unread: string, reason: string): Record<'token' | 'reason', string> {
  const token = /^\s*([\p{ID_Continue}$]+|.)?/su.exec(unread)?.[1] ?? '';
  const written = WRITTEN_SIGNS[token];
  if (written !== undefined && reason === 'InvalidOrUnexpectedToken')
    return { token: written, reason: 'MathematicalSign' };
  const isEnd = token === '' && (reason === 'UnexpectedToken' || reason === 'MissingSemicolon');
  return { token, reason: isEnd ? 'UnexpectedEnd' : reason };
}
