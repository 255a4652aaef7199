import type { Program } from '../source/syntax.ts';
import { exported } from './rewrite-declarations.ts';

/**
 * A name for the scope object that nothing in the cell hides: `$`, or `$$` where the cell binds a `$` (or `$1`,
 * `$import`, `$ran`, as derived names would be) in some inner scope or as a function, and so on.
 */
export function internalName(localNames: ReadonlySet<string>, program: Program): string {
  const bound = new Set(localNames);
  for (const statement of program.body) {
    const declaration = exported(statement) ?? statement;
    if (declaration.type === 'FunctionDeclaration' && declaration.id) bound.add(declaration.id.name);
  }
  let name = '$';
  while (
    Array.from(bound).some(
      (one) => one.startsWith(name) && /^(?:import|ran|\d*)$/.test(one.slice(name.length)),
    )
  ) {
    name += '$';
  }
  return name;
}
