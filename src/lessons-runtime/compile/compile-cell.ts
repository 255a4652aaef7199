import { findRefused } from './find-refused.ts';
import { findResult } from './find-result.ts';
import { guardStatements } from './guard-statements.ts';
import { rewriteModules } from './modules/rewrite-modules.ts';
import { type Declared, findDeclarations } from './names/declarations.ts';
import { findEarlyUse } from './names/find-early-use.ts';
import { findReassigned } from './names/find-reassigned.ts';
import { internalName } from './names/internal-name.ts';
import { markDeclarations } from './names/mark-declarations.ts';
import type { Reference } from './names/name-reference.ts';
import { resolveNames } from './names/resolve-names.ts';
import { rewriteDeclarations } from './names/rewrite-declarations.ts';
import { outsideNames, rewriteNames } from './names/rewrite-names.ts';
import { parseCell } from './parse-cell.ts';
import type { Problem } from './problems/problem.ts';
import { createEdits } from './source/edits.ts';
import type { Position } from './source/lines.ts';
import { createMapPosition } from './source/map-position.ts';
import { findText } from './source/scan-text.ts';
import { splitHtmlComments } from './source/split-html-comments.ts';
import { startOf } from './source/syntax.ts';
import { eraseTypes } from './types/erase-types.ts';

export type { Declared } from './names/declarations.ts';
export type { Problem, ProblemCode } from './problems/problem.ts';
export type { Position } from './source/lines.ts';

/** A name that a cell declares, and the number that `$ran` is called with once it is declared; a `var` may have none. */
export type CellDeclaration = Declared & { readonly mark: number | null };

export type CompileResult =
  | {
      readonly ok: true;
      /** An expression in parentheses, for an indirect eval: `async ($, $import, $ran) => {…}`. */
      readonly code: string;
      /** What the cell declares for the whole lesson, each name once. */
      readonly declares: readonly CellDeclaration[];
      /** Names it uses and does not declare, in order of first use: other cells' names and globals. */
      readonly references: readonly string[];
      /** Specifiers of its `import … from` and `export … from` statements, each once. Not of `import(…)`. */
      readonly imports: readonly string[];
      /** From a place in `code` to the place in the learner's source; both from 1. */
      readonly mapPosition: (line: number, column: number) => Position;
      /** Whether the function returns the value of a last expression; if not, it returns undefined. */
      readonly hasResult: boolean;
    }
  | { readonly ok: false; readonly problem: Problem };

/**
 * Compiles a cell: TypeScript in, JavaScript out, with lines kept and columns mapped.
 *
 * The code evaluates to `async ($, $import, $ran) => {…}`, in strict mode. What it expects of the kernel:
 * - `$` is the lesson's scope object. Every top-level name of every cell is a property of it; the code reads
 *   `$.x`, writes `$.x = …` for declarations and assignments alike, and tests `"x" in $` for `typeof x`.
 *   The object's prototype is to answer for globals, and to throw a ReferenceError for the rest (`has`: false),
 *   reading or writing.
 * - Before the code runs, every name in `declares` is an own, writable property: undefined, but a `var` keeps
 *   the value it has.
 * - `$ran(number)` is called after each statement that declares names: see `declares`.
 * - A `const` is only guarded within its cell. Across cells the kernel guards it, by making the property read-only
 *   once the cell has run.
 * - `$import(specifier, required?)` gives a promise of the module's namespace; `required` lists exports the cell
 *   cannot do without.
 *
 * @param options.name the cell's id; with `options.run` it makes the code's name in stack traces,
 *   `cell-<name>.r<run>.ts`
 * @returns the code, or the problem that keeps the cell from being compiled. Never throws on a learner's text.
 */
export function compileCell(
  source: string,
  options: { readonly name: string; readonly run: number },
): CompileResult {
  const parsed = parseCell(source);
  if (!parsed.ok) return parsed;
  const { program } = parsed;
  const declared = findDeclarations(program);
  const resolution = resolveNames(program);
  const problem =
    findRefused(source, program) ??
    findReassigned(source, resolution.references, declared) ??
    findEarlyUse(source, program, resolution.references);
  if (problem) return { ok: false, problem };

  const declaredNames = new Set(declared.keys());
  const scope = internalName(resolution.localNames, program);
  const importFunction = `${scope}import`;
  const ranFunction = `${scope}ran`;
  const used = new Set(resolution.references.map((reference) => reference.node.name));
  const edits = createEdits(source);
  eraseTypes(source, program, edits);
  if (program.interpreter) edits.blank(0, program.interpreter.end ?? 0);
  const functions = rewriteDeclarations(source, program, resolution.sharedVariables, scope, edits);
  const requests = rewriteModules(source, program, { scope, importFunction, used }, edits);

  edits.prepend(`(async(${scope},${importFunction},${ranFunction})=>{"use strict";`);
  // As in a module: where an import fails, nothing of the cell comes to be.
  for (const request of requests) edits.prepend(request.code, request.at);
  for (const name of functions) edits.prepend(`${scope}.${name}=${name};`);
  const marks = markDeclarations(program, ranFunction, requests.length + functions.length > 0, edits);
  rewriteNames(resolution, declaredNames, scope, edits);
  const calls = new Set(
    resolution.references.filter(({ use }) => use === 'call').map(({ node }) => startOf(node)),
  );
  splitHtmlComments(source, program, edits);
  guardStatements(source, program, (at) => calls.has(at) || edits.blankFrom(at) !== undefined, edits);
  const result = findResult(source, program);
  if (result) {
    edits.lead(result.start, result.isDefault ? 'return ' : 'return (');
    if (!result.isDefault) edits.trail(result.end, ')');
  }

  const { text, insertions } = edits.apply();
  return {
    ok: true,
    code: `${text}\n})\n//# sourceURL=cell-${options.name}.r${options.run}.ts`,
    declares: Array.from(declared, ([name, kind]) => ({ name, kind, mark: markOf(name, kind, marks) })),
    references: outsideNames(resolution, declaredNames),
    imports: [...new Set(requests.map((request) => request.specifier))],
    mapPosition: createMapPosition(source, insertions, callPlaces(source, resolution.references)),
    hasResult: result !== undefined,
  };
}

function markOf(name: string, kind: Declared['kind'], marks: ReadonlyMap<string, number>): number | null {
  return kind === 'import' || kind === 'function' ? 1 : (marks.get(name) ?? null);
}

/**
 * Engines place a call by name at the name, but `(0,$.f)(x)` at its second parenthesis, where nothing else is
 * ever placed: from the parenthesis of each such call to its name.
 */
function callPlaces(source: string, references: readonly Reference[]): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  for (const { node, calleeEnd } of references) {
    if (calleeEnd !== undefined) places.set(findText(source, calleeEnd, '('), startOf(node));
  }
  return places;
}
