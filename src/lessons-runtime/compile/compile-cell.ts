import { findRefused } from './find-refused.ts';
import { findResult } from './find-result.ts';
import { guardStatements } from './guard-statements.ts';
import { markAwaits } from './mark-awaits.ts';
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

/** A name that a cell declares. `$ran` is called with `mark` once it is declared; `null` for the `var` of an inner block. */
export type CellDeclaration = Declared & { readonly mark: number | null };

export type CompileResult =
  | {
      readonly ok: true;
      /** An expression in parentheses, for an indirect eval: `async ($, $import, $ran, $wait) => {…}`. */
      readonly code: string;
      /** What the cell declares for the whole lesson, each name once. */
      readonly declares: readonly CellDeclaration[];
      /** Names that the cell uses but does not declare, in order of first use: other cells' names and globals. */
      readonly references: readonly string[];
      /** Specifiers of its `import … from` and `export … from` statements, each once. Not of `import(…)`. */
      readonly imports: readonly string[];
      /** Maps a place in `code` to the place in the learner's source. Lines and columns count from 1. */
      readonly mapPosition: (line: number, column: number) => Position;
      /** Whether the function returns the value of the cell's last expression; if not, it returns undefined. */
      readonly hasResult: boolean;
    }
  | { readonly ok: false; readonly problem: Problem };

/**
 * Compiles the TypeScript of a cell to JavaScript. Lines stay the same, and columns can be mapped back.
 *
 * The code evaluates to `async ($, $import, $ran, $wait) => {…}`, in strict mode. It requires of the kernel:
 * - `$` is the lesson's scope object. Every top-level name of every cell is a property of it; the code reads
 *   `$.x`, writes `$.x = …` for declarations and assignments alike, and tests `"x" in $` for `typeof x`.
 *   Its prototype provides the globals. It throws a ReferenceError when any other name is read or written, and reports
 *   it as missing to `in`.
 * - Before the code runs, every name in `declares` is an own, writable property with the value undefined; only a `var`
 *   keeps its value.
 * - `$ran(number)` is called after each statement that declares names: see `declares`.
 * - A `const` is checked at compile time in its own cell only. For other cells the kernel makes the property read-only
 *   after the cell has run.
 * - `$import(specifier, required?)` returns a promise of the module's namespace; `required` lists the exports that the
 *   module must have.
 * - `$wait(value)` returns the value or a promise of it, and rejects once Stop ends the run. `$wait.each(iterable)` returns
 *   an iterable for `for await` whose steps do so.
 *
 * @param options.name the cell's id; the code's name in stack traces is `cell-<name>.r<run>.ts`
 * @returns the code, or the problem that prevents compilation. Never throws, whatever the source.
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
  const waitFunction = `${scope}wait`;
  const used = new Set(resolution.references.map((reference) => reference.node.name));
  const edits = createEdits(source);
  eraseTypes(source, program, edits);
  if (program.interpreter) edits.blank(0, program.interpreter.end ?? 0);
  const functions = rewriteDeclarations(source, program, resolution.sharedVariables, scope, edits);
  const requests = rewriteModules(source, program, { scope, importFunction, used }, edits);

  edits.prepend(`(async(${scope},${importFunction},${ranFunction},${waitFunction})=>{"use strict";`);
  // As in a module, nothing of the cell is evaluated if an import fails.
  for (const request of requests) edits.prepend(request.code, request.at);
  for (const name of functions) edits.prepend(`${scope}.${name}=${name};`);
  const marks = markDeclarations(program, ranFunction, requests.length + functions.length > 0, edits);
  rewriteNames(resolution, declaredNames, scope, edits);
  markAwaits(source, program, waitFunction, edits);
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
 * Maps the opening parenthesis of each call by name to the name. Engines report the position of `f(x)` at the name, but
 * that of the compiled `(0,$.f)(x)` at its second parenthesis.
 */
function callPlaces(source: string, references: readonly Reference[]): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  for (const { node, calleeEnd } of references) {
    if (calleeEnd !== undefined) places.set(findText(source, calleeEnd, '('), startOf(node));
  }
  return places;
}
