import { type ParserOptions, parse } from '@babel/parser';
import { parserProblem } from './problems/parser-problem.ts';
import type { Problem } from './problems/problem.ts';
import type { Program } from './source/syntax.ts';

const OPTIONS: ParserOptions = {
  sourceType: 'module',
  // Another cell may declare what this one exports.
  allowUndeclaredExports: true,
  attachComment: false,
  // Decorators are parsed so that `findRefused` can report their position.
  plugins: ['typescript', 'decorators'],
};

type ParseResult =
  | { readonly ok: true; readonly program: Program }
  | { readonly ok: false; readonly problem: Problem };

/**
 * Parses a cell as a TypeScript module. Never throws: a syntax error is returned as a problem, of which `diagnoseProblem` finds the
 * cause.
 */
export function parseCell(source: string): ParseResult {
  try {
    return { ok: true, program: parse(source, OPTIONS).program };
  } catch (error) {
    return { ok: false, problem: parserProblem(source, error) };
  }
}
