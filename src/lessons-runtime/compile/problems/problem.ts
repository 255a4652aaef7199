import { lineStarts, positionAt } from '../source/lines.ts';
import { type Node, startOf } from '../source/syntax.ts';

/** Why a cell cannot be compiled. `syntax` covers what the parser rejects; `detail.reason` then names its own code. */
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

/** A refusal, placed in the learner's own source (line and column from 1). `detail` holds what the wording needs. */
export type Problem = {
  readonly code: ProblemCode;
  readonly line: number;
  readonly column: number;
  readonly detail: Readonly<Record<string, string>>;
};

/** A problem at an offset of the learner's source. */
export function problemAt(
  source: string,
  offset: number,
  code: ProblemCode,
  detail: Readonly<Record<string, string>> = {},
): Problem {
  return { code, ...positionAt(lineStarts(source), offset), detail };
}

/** A problem where a node starts. */
export function problemOf(
  source: string,
  node: Node,
  code: ProblemCode,
  detail: Readonly<Record<string, string>> = {},
): Problem {
  return problemAt(source, startOf(node), code, detail);
}
