import type { Identifier, Node, Statement } from '../source/syntax.ts';

/** Returns the names that a binding pattern binds, in order: `{ a, b: [c = 1], ...d }` binds a, c, d. */
export function patternNames(pattern: Node): readonly string[] {
  return patternIdentifiers(pattern).map((identifier) => identifier.name);
}

/** Returns the identifiers that a binding pattern binds. */
export function patternIdentifiers(pattern: Node): readonly Identifier[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern];
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) =>
        patternIdentifiers(property.type === 'RestElement' ? property.argument : property.value),
      );
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element === null ? [] : patternIdentifiers(element)));
    case 'AssignmentPattern':
      return patternIdentifiers(pattern.left);
    case 'RestElement':
      return patternIdentifiers(pattern.argument);
    default:
      return [];
  }
}

/** Returns the names that statements declare in their own block: let, const, using, class and function, but not var. */
export function lexicalNames(statements: readonly Statement[]): readonly string[] {
  return statements.flatMap((statement) => {
    switch (statement.type) {
      case 'VariableDeclaration':
        return statement.kind === 'var' || statement.declare ? [] : declaredNames(statement);
      case 'FunctionDeclaration':
      case 'ClassDeclaration':
        return statement.id && !('declare' in statement && statement.declare) ? [statement.id.name] : [];
      default:
        return [];
    }
  });
}

/** Returns the names that `var` declares in the statements and in their blocks, but not in inner functions. */
export function varNames(statements: readonly (Statement | null | undefined)[]): readonly string[] {
  return statements.flatMap((statement) => (statement ? varsOf(statement) : []));
}

/** Returns the names of a variable declaration. */
export function declaredNames(
  declaration: Extract<Node, { type: 'VariableDeclaration' }>,
): readonly string[] {
  return declaration.declarations.flatMap((declarator) => patternNames(declarator.id));
}

function varsOf(statement: Statement): readonly string[] {
  switch (statement.type) {
    case 'VariableDeclaration':
      return statement.kind === 'var' && !statement.declare ? declaredNames(statement) : [];
    case 'ExportNamedDeclaration':
      return varNames([statement.declaration]);
    case 'BlockStatement':
      return varNames(statement.body);
    case 'IfStatement':
      return varNames([statement.consequent, statement.alternate]);
    case 'ForStatement':
      return varNames([
        statement.init?.type === 'VariableDeclaration' ? statement.init : null,
        statement.body,
      ]);
    case 'ForInStatement':
    case 'ForOfStatement':
      return varNames([
        statement.left.type === 'VariableDeclaration' ? statement.left : null,
        statement.body,
      ]);
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'LabeledStatement':
      return varNames([statement.body]);
    case 'TryStatement':
      return varNames([statement.block, statement.handler?.body, statement.finalizer]);
    case 'SwitchStatement':
      return varNames(statement.cases.flatMap((clause) => clause.consequent));
    default:
      return [];
  }
}
