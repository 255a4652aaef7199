import { type Problem, problemOf } from '../problems/problem.ts';
import type { Declared } from './declarations.ts';
import type { Reference } from './name-reference.ts';

/** Returns a problem for the first assignment to a `const` or an import that the same cell declares at its top level. */
export function findReassigned(
  source: string,
  references: readonly Reference[],
  declared: ReadonlyMap<string, Declared['kind']>,
): Problem | undefined {
  for (const { node, use } of references) {
    if (use !== 'write') continue;
    const kind = declared.get(node.name);
    if (kind === 'const') return problemOf(source, node, 'const-reassign', { name: node.name });
    if (kind === 'import') return problemOf(source, node, 'import-reassign', { name: node.name });
  }
  return undefined;
}
