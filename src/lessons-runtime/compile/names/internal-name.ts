import type { Program } from '../source/syntax.ts';
import { exported } from './rewrite-declarations.ts';

/**
 * Returns a name for the scope object that no binding of the cell shadows: `$`, or `$$` if the cell binds `$` or a name
 * derived from it (`$1`, `$import`, `$ran`, `$wait`) in an inner scope or as a function, and so on.
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
      (one) => one.startsWith(name) && /^(?:import|ran|wait|\d*)$/.test(one.slice(name.length)),
    )
  ) {
    name += '$';
  }
  return name;
}
