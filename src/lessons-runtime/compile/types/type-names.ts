import { forEachChild, type Node } from '../source/syntax.ts';

/** Every identifier that stands inside a type: the names a cell uses as types, and some that are only member names. */
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
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TSInstantiationExpression':
      return false;
    default:
      return node.type.startsWith('TS');
  }
}
