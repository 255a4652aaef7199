import type { Edits } from '../source/edits.ts';
import { type ClassDeclaration, endOf, type Program, type Statement, startOf } from '../source/syntax.ts';
import type { SharedVariables } from './name-reference.ts';

/**
 * Turns top-level declarations into assignments: removes the keyword and makes the rest a statement, `const { a } = o` →
 * `;({ a } = o);`, `class K {}` → `$.K=class K {};`. `rewriteNames` replaces the names by properties of the scope object.
 * Function declarations stay unchanged.
 *
 * @returns the names of the functions, which have to be assigned before the cell's first line so that they are hoisted
 */
export function rewriteDeclarations(
  source: string,
  program: Program,
  sharedVariables: readonly SharedVariables[],
  scope: string,
  edits: Edits,
): readonly string[] {
  const functions: string[] = [];
  for (const shared of sharedVariables) rewriteVariables(source, shared, edits);
  for (const statement of program.body) {
    const declaration = exported(statement) ?? statement;
    if (declaration.type === 'FunctionDeclaration' && declaration.id) functions.push(declaration.id.name);
    if (declaration.type === 'ClassDeclaration' && !declaration.declare)
      rewriteClass(declaration, scope, edits);
  }
  return functions;
}

/** Returns the declaration in an `export` statement, if it has one. */
export function exported(statement: Statement): Statement | undefined {
  if (statement.type === 'ExportNamedDeclaration') return statement.declaration ?? undefined;
  if (statement.type !== 'ExportDefaultDeclaration') return undefined;
  const { declaration } = statement;
  return declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration'
    ? declaration
    : undefined;
}

function rewriteClass(node: ClassDeclaration, scope: string, edits: Edits): void {
  if (!node.id) return;
  edits.before(startOf(node), `${scope}.${node.id.name}=`);
  edits.terminate(endOf(node));
}

function rewriteVariables(source: string, { node, place }: SharedVariables, edits: Edits): void {
  const first = node.declarations[0];
  const last = node.declarations.at(-1);
  if (!first || !last) return;
  edits.blank(startOf(node), startOf(node) + node.kind.length);
  if (place === 'for-each') return;
  if (place === 'list' && first.id.type !== 'Identifier') edits.lead(startOf(node), ';');
  if (first.id.type === 'ObjectPattern') edits.wrap(startOf(first), endOf(last), '(', ')');
  for (const declarator of node.declarations) {
    // A `var` without a value assigns nothing.
    if (!declarator.init && node.kind !== 'var') edits.after(endOf(declarator), '=void 0');
  }
  if (place !== 'for-init' && source[endOf(node) - 1] !== ';') edits.terminate(endOf(node));
}
