import { lineStarts, positionAt } from '../source/lines.ts';
import { type Node, startOf } from '../source/syntax.ts';

/** Why a cell cannot be compiled. `syntax` is an error of the parser, whose own code is in `detail.reason`. */
export type ProblemCode =
  | 'syntax'
  | 'unclosed-bracket'
  | 'unexpected-bracket'
  | 'enum'
  | 'namespace'
  | 'parameter-property'
  | 'decorator'
  | 'import-equals'
  | 'import-meta'
  | 'export-assignment'
  | 'top-level-using'
  | 'top-level-return'
  | 'with'
  | 'delete-variable'
  | 'const-reassign'
  | 'import-reassign'
  | 'duplicate-declaration'
  | 'used-before-declared'
  | 'await-outside-async'
  | 'jsx';

/**
 * A reason that prevents compilation, at a place in the learner's source (line and column from 1). `detail` holds the values
 * that its text names.
 */
export type Problem = {
  readonly code: ProblemCode;
  readonly line: number;
  readonly column: number;
  readonly detail: Readonly<Record<string, string>>;
};

/** Creates a problem at an offset of the learner's source. */
export function problemAt(
  source: string,
  offset: number,
  code: ProblemCode,
  detail: Readonly<Record<string, string>> = {},
): Problem {
  return { code, ...positionAt(lineStarts(source), offset), detail };
}

/** Creates a problem at the start of a node. */
export function problemOf(
  source: string,
  node: Node,
  code: ProblemCode,
  detail: Readonly<Record<string, string>> = {},
): Problem {
  return problemAt(source, startOf(node), code, detail);
}
