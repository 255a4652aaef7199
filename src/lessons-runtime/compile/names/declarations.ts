import type { ImportDeclaration, Program, Statement } from '../source/syntax.ts';
import { declaredNames, varNames } from './bound-names.ts';

/** A name that a cell declares at its top level. All cells of the lesson share it. */
export type Declared = {
  readonly name: string;
  readonly kind: 'const' | 'let' | 'var' | 'function' | 'class' | 'import';
};

/** Returns what a cell declares at its top level, by name: also the `var`s of inner blocks, but no types. */
export function findDeclarations(program: Program): ReadonlyMap<string, Declared['kind']> {
  const declared = new Map<string, Declared['kind']>();
  for (const statement of program.body) declareFrom(statement, declared);
  for (const name of varNames(program.body)) if (!declared.has(name)) declared.set(name, 'var');
  return declared;
}

/** Whether an import consists of types only, so that the module need not be loaded. */
export function isTypeImport(node: ImportDeclaration): boolean {
  if (node.importKind === 'type') return true;
  return node.specifiers.length > 0 && valueSpecifiers(node).length === 0;
}

/** Returns the specifiers of an import that are not marked `type`. */
export function valueSpecifiers(node: ImportDeclaration): ImportDeclaration['specifiers'] {
  return node.specifiers.filter((one) => one.type !== 'ImportSpecifier' || one.importKind !== 'type');
}

function declareFrom(statement: Statement, declared: Map<string, Declared['kind']>): void {
  switch (statement.type) {
    case 'VariableDeclaration':
      if (statement.declare || (statement.kind !== 'const' && statement.kind !== 'let')) return;
      for (const name of declaredNames(statement)) declared.set(name, statement.kind);
      return;
    case 'FunctionDeclaration':
      if (statement.id) declared.set(statement.id.name, 'function');
      return;
    case 'ClassDeclaration':
      if (statement.id && !statement.declare) declared.set(statement.id.name, 'class');
      return;
    case 'ImportDeclaration':
      if (isTypeImport(statement)) return;
      for (const specifier of valueSpecifiers(statement)) declared.set(specifier.local.name, 'import');
      return;
    case 'ExportNamedDeclaration':
      if (statement.declaration) declareFrom(statement.declaration, declared);
      return;
    case 'ExportDefaultDeclaration': {
      const { declaration } = statement;
      if (declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration') {
        declareFrom(declaration, declared);
      }
      return;
    }
    default:
  }
}
