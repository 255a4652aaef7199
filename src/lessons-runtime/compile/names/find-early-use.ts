import { type Problem, problemOf } from '../problems/problem.ts';
import { endOf, type Program, startOf } from '../source/syntax.ts';
import { patternIdentifiers } from './bound-names.ts';
import type { Reference } from './name-reference.ts';
import { exported } from './rewrite-declarations.ts';

/** Where a name cannot be used: before the offset `bindsAt`, and in the initial value in [from, to). */
type DeadZone = { readonly bindsAt: number; readonly from: number; readonly to: number };

/**
 * Returns a problem for the first use of a `const`, `let` or `class` above its declaration, or in its own initial value
 * (`const data = clean(data)`), where JavaScript always throws. Uses inside functions are ignored, because they run later.
 */
export function findEarlyUse(
  source: string,
  program: Program,
  references: readonly Reference[],
): Problem | undefined {
  const zones = deadZones(program);
  for (const { node, use, immediate } of references) {
    const zone = zones.get(node.name);
    if (zone === undefined || !immediate || use === 'declare') continue;
    const at = startOf(node);
    if (at < zone.bindsAt || (at >= zone.from && at < zone.to)) {
      return problemOf(source, node, 'used-before-declared', { name: node.name });
    }
  }
  return undefined;
}

function deadZones(program: Program): ReadonlyMap<string, DeadZone> {
  const zones = new Map<string, DeadZone>();
  for (const statement of program.body) {
    const declaration = exported(statement) ?? statement;
    if (declaration.type === 'ClassDeclaration' && declaration.id && !declaration.declare) {
      const at = startOf(declaration);
      zones.set(declaration.id.name, { bindsAt: at, from: at, to: endOf(declaration) });
    }
    if (declaration.type !== 'VariableDeclaration' || declaration.declare || declaration.kind === 'var')
      continue;
    for (const { id, init } of declaration.declarations) {
      const from = init ? startOf(init) : 0;
      const to = init ? endOf(init) : 0;
      for (const one of patternIdentifiers(id)) zones.set(one.name, { bindsAt: startOf(one), from, to });
    }
  }
  return zones;
}
