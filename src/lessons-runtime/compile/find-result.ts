import { defaultRange } from './modules/rewrite-modules.ts';
import { endOf, type Program, type Statement, startOf } from './source/syntax.ts';

/** The source range of the expression whose value a cell shows. `isDefault`: it is the value of an `export default`. */
type ResultRange = { readonly start: number; readonly end: number; readonly isDefault: boolean };

/**
 * Returns the cell's last expression statement, if no other statement follows it. Empty statements and types are skipped,
 * and a block is searched. A cell that consists of a string has a result too, although the grammar calls it a directive.
 */
export function findResult(source: string, program: Program): ResultRange | undefined {
  const fromBody = resultOf(source, program.body);
  if (fromBody !== 'nothing') return fromBody;
  const directive = program.directives.at(-1);
  return directive && { start: startOf(directive), end: endOf(directive.value), isDefault: false };
}

function resultOf(source: string, statements: readonly Statement[]): ResultRange | undefined | 'nothing' {
  for (const statement of statements.toReversed()) {
    switch (statement.type) {
      case 'EmptyStatement':
      case 'TSInterfaceDeclaration':
      case 'TSTypeAliasDeclaration':
        continue;
      case 'ExpressionStatement':
        return { ...withoutSemicolon(source, statement), isDefault: false };
      case 'BlockStatement': {
        const result = resultOf(source, statement.body);
        return result === 'nothing' ? undefined : result;
      }
      case 'ExportDefaultDeclaration': {
        const { type } = statement.declaration;
        const isValue = !type.endsWith('Declaration') && type !== 'TSDeclareFunction';
        return isValue ? { ...defaultRange(source, statement), isDefault: true } : undefined;
      }
      default:
        return undefined;
    }
  }
  return 'nothing';
}

function withoutSemicolon(source: string, statement: Statement): { start: number; end: number } {
  const end = endOf(statement);
  return { start: startOf(statement), end: source[end - 1] === ';' ? end - 1 : end };
}
