import { forEachChild, type Node, withoutTypes } from '../source/syntax.ts';

/** Returns all identifiers inside types: the names that a cell uses as types, and some names of members. */
export function typeNames(program: Node): ReadonlySet<string> {
  const names = new Set<string>();
  collect(program, false, names);
  return names;
}

function collect(node: Node, inType: boolean, names: Set<string>): void {
  if (inType && node.type === 'Identifier') names.add(node.name);
  forEachChild(node, (child) => collect(child, inType || isType(child), names));
}

function isType(node: Node): boolean {
  return node.type.startsWith('TS') && withoutTypes(node) === node;
}
