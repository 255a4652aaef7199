import { type Problem, type ProblemCode, problemOf } from './problems/problem.ts';
import { forEachChild, type Node, type Program } from './source/syntax.ts';
import { isErasableModule } from './types/erasable-module.ts';

/**
 * Returns a problem for the first construct that cells do not support: TypeScript that cannot be erased because it
 * generates code (enum, namespace, parameter property, `import x = …`, `export =`), decorators, `import.meta`, and `using`
 * at the top level, whose value would be disposed of when the cell ends.
 */
export function findRefused(source: string, program: Program): Problem | undefined {
  for (const statement of program.body) {
    if (statement.type === 'VariableDeclaration' && statement.kind.endsWith('using')) {
      return problemOf(source, statement, 'top-level-using', { keyword: statement.kind });
    }
  }
  return findIn(source, program);
}

function findIn(source: string, node: Node): Problem | undefined {
  if ('declare' in node && node.declare) return undefined;
  const code = refusalOf(node);
  if (code !== undefined) return problemOf(source, node, code, nameOf(node));
  if (node.type === 'ClassBody') {
    const second = node.body.filter(isConstructor)[1];
    if (second) return problemOf(source, second, 'syntax', { reason: 'DuplicateConstructor', message: '' });
  }
  if (node.type.startsWith('TS') && !holdsExpression(node)) return undefined;
  let found: Problem | undefined;
  forEachChild(node, (child) => {
    found ??= findIn(source, child);
  });
  return found;
}

function refusalOf(node: Node): ProblemCode | undefined {
  switch (node.type) {
    case 'TSEnumDeclaration':
      return 'enum';
    case 'TSModuleDeclaration':
      return isErasableModule(node) ? undefined : 'namespace';
    case 'TSParameterProperty':
      return 'parameter-property';
    case 'TSImportEqualsDeclaration':
      return 'import-equals';
    case 'TSExportAssignment':
    case 'TSNamespaceExportDeclaration':
      return 'export-assignment';
    case 'Decorator':
      return 'decorator';
    case 'MetaProperty':
      return node.meta.name === 'import' ? 'import-meta' : undefined;
    default:
      return undefined;
  }
}

/** The parser accepts several constructors as overloads, but only one may have a body. */
function isConstructor(member: Node): boolean {
  return member.type === 'ClassMethod' && member.kind === 'constructor';
}

function holdsExpression(node: Node): boolean {
  return 'expression' in node && node.type !== 'TSClassImplements' && node.type !== 'TSInterfaceHeritage';
}

function nameOf(node: Node): Record<string, string> {
  if (node.type === 'TSParameterProperty') {
    const target = node.parameter.type === 'Identifier' ? node.parameter : node.parameter.left;
    return target.type === 'Identifier' ? { name: target.name } : {};
  }
  return 'id' in node && node.id?.type === 'Identifier' ? { name: node.id.name } : {};
}
