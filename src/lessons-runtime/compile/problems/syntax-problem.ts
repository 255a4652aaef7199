import { findBracketProblem } from './bracket-problem.ts';
import { findJsx } from './find-jsx.ts';
import { type Problem, type ProblemCode, problemAt } from './problem.ts';

/** What @babel/parser throws: `pos` is the offset, `reasonCode` its name for the error, `details` what it filled in. */
type ParserError = Error & {
  readonly pos: number;
  readonly reasonCode: string;
  readonly details?: Readonly<Record<string, unknown>>;
};

/** Parser errors that are about one rule of cells or of strict code, and have a code of their own. */
const CODES: Readonly<Record<string, ProblemCode>> = {
  AwaitNotInAsyncContext: 'await-outside-async',
  IllegalReturn: 'top-level-return',
  StrictDelete: 'delete-variable',
  StrictWith: 'with',
  VarRedeclaration: 'duplicate-declaration',
};

/** How what mathematics writes is written in code. */
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

/** Errors that a bracket left open or closed twice may cause far from the bracket itself. */
const BRACKET_SYMPTOMS = new Set([
  'UnexpectedToken',
  'MissingSemicolon',
  'UnexpectedKeyword',
  'UnsupportedImport',
]);

/** The problem behind an exception of the parser. Throws on what is not a parser's error: that would be our own fault. */
export function syntaxProblem(source: string, error: unknown): Problem {
  if (!isParserError(error)) throw error;
  const jsx = findJsx(source);
  if (jsx !== undefined) return problemAt(source, jsx, 'jsx');
  if (BRACKET_SYMPTOMS.has(error.reasonCode)) {
    const fault = findBracketProblem(source);
    if (fault !== undefined) return problemAt(source, fault.at, fault.code, { bracket: fault.bracket });
  }
  const message = error.message.replace(/ \(\d+:\d+\)$/, '');
  const detail = { ...wordedDetails(error), ...tokenAt(source, error), message };
  return problemAt(source, error.pos, codeOf(source, error), detail);
}

function codeOf(source: string, { reasonCode, pos }: ParserError): ProblemCode {
  const isAwait = reasonCode === 'UnexpectedReservedWord' && /^await\s+[^\s=;,):]/.test(source.slice(pos));
  return isAwait ? 'await-outside-async' : (CODES[reasonCode] ?? 'syntax');
}

/** What stands where the parser gave up, and the reason as worded: running out of text is one of its own. */
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
