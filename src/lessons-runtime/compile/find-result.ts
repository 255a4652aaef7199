import { defaultRange } from './modules/rewrite-modules.ts';
import { endOf, type Program, type Statement, startOf } from './source/syntax.ts';

/** The expression whose value a cell shows, as a range of its source. `isDefault` marks the value of an `export default`. */
type ResultRange = { readonly start: number; readonly end: number; readonly isDefault: boolean };

/**
 * The cell's last expression statement, if nothing that runs comes after it: empty statements and types are
 * passed over, a block is looked into. A cell of nothing but a string counts too, though the grammar calls
 * that a directive.
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
