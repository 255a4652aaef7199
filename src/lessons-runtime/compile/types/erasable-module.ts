import type { Statement, TSModuleDeclaration } from '../source/syntax.ts';

/** Whether a `namespace`, `module` or `declare global` contains only types, so that it can be erased. */
export function isErasableModule(node: TSModuleDeclaration): boolean {
  return node.declare === true || node.kind === 'global' || node.body.body.every(isType);
}

function isType(statement: Statement): boolean {
  switch (statement.type) {
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
    case 'EmptyStatement':
      return true;
    case 'TSModuleDeclaration':
      return isErasableModule(statement);
    case 'ExportNamedDeclaration':
      return statement.declaration ? isType(statement.declaration) : statement.exportKind === 'type';
    case 'VariableDeclaration':
    case 'ClassDeclaration':
    case 'TSDeclareFunction':
    case 'TSEnumDeclaration':
      return statement.declare === true;
    default:
      return false;
  }
}
