import type { Edits } from '../source/edits.ts';
import { skipTrivia } from '../source/scan-text.ts';
import {
  type ExportDefaultDeclaration,
  type ExportNamedDeclaration,
  endOf,
  forEachChild,
  type Node,
  type Program,
  startOf,
} from '../source/syntax.ts';
import { bareRequest, type ModuleNames, type ModuleRequest, requestOf } from './request-modules.ts';

/**
 * Removes `import` and `export` from a cell. Imports become requests, which are to be hoisted. `export` is removed from
 * declarations, and `export { … }` completely. The value of `export default` becomes an expression statement. `import(…)`
 * becomes a call of the import function. Types must be erased before: blanked statements are skipped.
 */
export function rewriteModules(
  source: string,
  program: Program,
  names: ModuleNames,
  edits: Edits,
): readonly ModuleRequest[] {
  const requests: ModuleRequest[] = [];
  for (const statement of program.body) {
    if (edits.blankFrom(startOf(statement)) !== undefined) continue;
    switch (statement.type) {
      case 'ImportDeclaration':
        requests.push(requestOf(statement, program, names, requests.length + 1));
        edits.blank(startOf(statement), endOf(statement), ';');
        break;
      case 'ExportAllDeclaration':
        requests.push(bareRequest(statement.source, names.importFunction));
        edits.blank(startOf(statement), endOf(statement), ';');
        break;
      case 'ExportNamedDeclaration':
        if (statement.source && !isTypeReexport(statement)) {
          requests.push(bareRequest(statement.source, names.importFunction));
        }
        edits.blank(startOf(statement), startOf(statement.declaration ?? statement), ';');
        if (!statement.declaration) edits.blank(startOf(statement), endOf(statement), ';');
        break;
      case 'ExportDefaultDeclaration':
        rewriteDefault(source, statement, edits);
        break;
      default:
    }
  }
  rewriteDynamicImports(program, names.importFunction, edits);
  return requests;
}

/** Returns the range of the value in `export default value`, including its parentheses. */
export function defaultRange(source: string, node: Node): { readonly start: number; readonly end: number } {
  const keyword = skipTrivia(source, startOf(node) + 'export'.length);
  const start = skipTrivia(source, keyword + 'default'.length);
  return { start, end: endOf(node) - (source[endOf(node) - 1] === ';' ? 1 : 0) };
}

function rewriteDefault(source: string, node: ExportDefaultDeclaration, edits: Edits): void {
  const { start, end } = defaultRange(source, node);
  edits.blank(startOf(node), start, ';');
  const { declaration } = node;
  if ('id' in declaration && declaration.id && declaration.type.endsWith('Declaration')) return;
  const isAnonymous =
    declaration.type === 'ArrowFunctionExpression' || ('id' in declaration && !declaration.id);
  if (isAnonymous) edits.wrap(start, end, '({default:', '}.default)');
  else edits.wrap(start, end, '(', ')');
  edits.terminate(endOf(node));
}

function isTypeReexport({ specifiers }: ExportNamedDeclaration): boolean {
  return (
    specifiers.length > 0 &&
    specifiers.every((one) => one.type === 'ExportSpecifier' && one.exportKind === 'type')
  );
}

function rewriteDynamicImports(node: Node, importFunction: string, edits: Edits): void {
  if (node.type === 'ImportExpression') {
    edits.blank(startOf(node), startOf(node) + 'import'.length);
    edits.before(startOf(node), importFunction);
  }
  forEachChild(node, (child) => rewriteDynamicImports(child, importFunction, edits));
}
