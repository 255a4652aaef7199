import { type Problem, problemAt } from './problem.ts';

/** An error of @babel/parser. `pos` is the offset, `reasonCode` identifies the error, `details` are values in its message. */
type ParserError = Error & {
  readonly pos: number;
  readonly reasonCode: string;
  readonly details?: Readonly<Record<string, unknown>>;
};

/** Converts an exception of the parser to a problem, as the parser describes it. @throws anything that is no parser error, because that is a bug */
export function parserProblem(source: string, error: unknown): Problem {
  if (!isParserError(error)) throw error;
  const detail: Record<string, string> = {};
  for (const [key, value] of Object.entries(error.details ?? {})) {
    if (typeof value === 'string') detail[key === 'identifierName' ? 'name' : key] = value;
  }
  const message = error.message.replace(/ \(\d+:\d+\)$/, '');
  return problemAt(source, error.pos, 'syntax', { ...detail, reason: error.reasonCode, message });
}

function isParserError(error: unknown): error is ParserError {
  return error instanceof Error && 'pos' in error && typeof error.pos === 'number' && 'reasonCode' in error;
}
