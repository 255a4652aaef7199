import { findBracketProblem } from './bracket-problem.ts';
import { findJsx } from './find-jsx.ts';
import { type Problem, type ProblemCode, problemAt } from './problem.ts';

/** An error of @babel/parser. `pos` is the offset, `reasonCode` identifies the error, `details` are values in its message. */
type ParserError = Error & {
  readonly pos: number;
  readonly reasonCode: string;
  readonly details?: Readonly<Record<string, unknown>>;
};

/** Parser errors with a code of their own, by `reasonCode`. */
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

/** Converts an exception of the parser to a problem. @throws anything that is no parser error, because that is a bug */
export function syntaxProblem(source: string, error: unknown): Problem {
  if (!isParserError(error)) throw error;
  const jsx = findJsx(source);
  if (jsx !== undefined) return problemAt(source, jsx, 'jsx');
  if (BRACKET_SYMPTOMS.has(error.reasonCode)) {
    const unmatched = findBracketProblem(source);
    if (unmatched !== undefined) {
      return problemAt(source, unmatched.at, unmatched.code, { bracket: unmatched.bracket });
    }
  }
  const message = error.message.replace(/ \(\d+:\d+\)$/, '');
  const detail = { ...wordedDetails(error), ...tokenAt(source, error), message };
  return problemAt(source, error.pos, codeOf(source, error), detail);
}

function codeOf(source: string, { reasonCode, pos }: ParserError): ProblemCode {
  const isAwait = reasonCode === 'UnexpectedReservedWord' && /^await\s+[^\s=;,):]/.test(source.slice(pos));
  return isAwait ? 'await-outside-async' : (CODES[reasonCode] ?? 'syntax');
}

/** Returns the token at which the parser failed, and the reason, which differs at the end of the text and at mathematical signs. */
function tokenAt(source: string, { reasonCode, pos }: ParserError): Record<'token' | 'reason', string> {
  const token = /^\s*([\p{ID_Continue}$]+|.)?/su.exec(source.slice(pos))?.[1] ?? '';
  const written = WRITTEN_SIGNS[token];
  if (written !== undefined && reasonCode === 'InvalidOrUnexpectedToken')
    return { token: written, reason: 'MathematicalSign' };
  const isEnd = token === '' && (reasonCode === 'UnexpectedToken' || reasonCode === 'MissingSemicolon');
  return { token, reason: isEnd ? 'UnexpectedEnd' : reasonCode };
}

function wordedDetails(error: ParserError): Record<string, string> {
  const detail: Record<string, string> = {};
  for (const [key, value] of Object.entries(error.details ?? {})) {
    if (typeof value === 'string') detail[key === 'identifierName' ? 'name' : key] = value;
  }
  return detail;
}

function isParserError(error: unknown): error is ParserError {
  return error instanceof Error && 'pos' in error && typeof error.pos === 'number' && 'reasonCode' in error;
}
