import { valueSpecifiers } from '../names/declarations.ts';
import { type ImportDeclaration, type Program, type StringLiteral, startOf } from '../source/syntax.ts';
import { typeNames } from '../types/type-names.ts';

/**
 * A module that the cell loads before its first line. `code` loads the module and binds its names, `at` is the offset of the
 * import in the source.
 */
export type ModuleRequest = { readonly specifier: string; readonly code: string; readonly at: number };

export type ModuleNames = {
  /** The names of the scope object and of the import function in the compiled code. */
  readonly scope: string;
  readonly importFunction: string;
  /** Names that the cell uses as values. */
  readonly used: ReadonlySet<string>;
};

/**
 * Compiles an `import` to `const $1=await $import("m",["a"]);$.a=$1.a;`. The second argument lists the exports that the
 * module must have. A name that this cell uses as a type only is optional: another cell may use it as a value, but it may
 * also be an interface, which the module does not export at run time.
 * @param count the number of the module in the cell, from 1
 */
export function requestOf(
  node: ImportDeclaration,
  program: Program,
  { scope, importFunction, used }: ModuleNames,
  count: number,
): ModuleRequest {
  const module = `${scope}${count}`;
  const required: string[] = [];
  let bindings = '';
  let types: ReadonlySet<string> | undefined;
  for (const specifier of valueSpecifiers(node)) {
    const local = specifier.local.name;
    if (specifier.type === 'ImportNamespaceSpecifier') {
      bindings += `${scope}.${local}=${module};`;
      continue;
    }
    const name = importedName(specifier);
    if (!used.has(local)) types ??= typeNames(program);
    const isTypeHere = !used.has(local) && types?.has(local) === true;
    if (isTypeHere) bindings += `if(${JSON.stringify(name)}in ${module})`;
    else required.push(name);
    bindings += `${scope}.${local}=${module}${access(name)};`;
  }
  const list = required.length > 0 ? `,${JSON.stringify(required)}` : '';
  const specifier = node.source.value;
  const call = `await ${importFunction}(${JSON.stringify(specifier)}${list});`;
  return {
    specifier,
    code: bindings === '' ? call : `const ${module}=${call}${bindings}`,
    at: startOf(node),
  };
}

/** Compiles `export … from`, which loads a module but binds no names. */
export function bareRequest(source: StringLiteral, importFunction: string): ModuleRequest {
  return {
    specifier: source.value,
    code: `await ${importFunction}(${JSON.stringify(source.value)});`,
    at: startOf(source),
  };
}

function importedName(
  specifier: Exclude<ImportDeclaration['specifiers'][number], { type: 'ImportNamespaceSpecifier' }>,
) {
  if (specifier.type === 'ImportDefaultSpecifier') return 'default';
  return specifier.imported.type === 'Identifier' ? specifier.imported.name : specifier.imported.value;
}

function access(name: string): string {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}
