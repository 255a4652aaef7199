import type { Edits } from '../source/edits.ts';
import { endOf, outerStartOf, startOf, withoutTypes } from '../source/syntax.ts';
import type { AssignedValue, Reference, Resolution } from './name-reference.ts';

/**
 * Replaces every name that no inner scope binds by a property of the lesson's scope object, here `$`: `x` → `$.x`, `f()` →
 * `(0,$.f)()`, so that `this` stays undefined, `{ x }` → `{ x:$.x }`, and `typeof x` of a name that may not exist →
 * `typeof ("x"in $?$.x:void 0)`. The `this` of the top level becomes `undefined`, as in a module.
 * @param declared the names that the cell declares
 * @param scope the name of the scope object in the compiled code
 */
export function rewriteNames(
  { references, topLevelThis }: Resolution,
  declared: ReadonlySet<string>,
  scope: string,
  edits: Edits,
): void {
  for (const reference of references) {
    const { node, use, shorthand, value } = reference;
    if (isConstant(reference, declared)) continue;
    const start = startOf(node);
    if (shorthand) edits.before(start, `${propertyKey(node.name)}:${scope}.`);
    else if (use === 'call') edits.wrap(start, endOf(node), `(0,${scope}.`, ')');
    else if (use === 'typeof' && !declared.has(node.name)) {
      edits.wrap(start, endOf(node), `("${node.name}"in ${scope}?${scope}.`, ':void 0)');
    } else edits.before(start, `${scope}.`);
    if (value) nameFunction(node.name, value, edits);
  }
  for (const node of topLevelThis) {
    edits.blank(startOf(node), endOf(node));
    edits.before(startOf(node), 'undefined');
  }
}

/** Returns the names that the cell uses but does not declare, each once, in order of first use. */
export function outsideNames({ references }: Resolution, declared: ReadonlySet<string>): readonly string[] {
  const names = new Set<string>();
  for (const reference of references) {
    if (!declared.has(reference.node.name) && !isConstant(reference, declared))
      names.add(reference.node.name);
  }
  return [...names];
}

function isConstant({ node }: Reference, declared: ReadonlySet<string>): boolean {
  return node.name === 'undefined' && !declared.has('undefined');
}

/** Keeps the name of an assigned function: `f = () => 1` names it, `$.f = () => 1` would not, `$.f = {f:() => 1}.f` does. */
function nameFunction(name: string, { node, end }: AssignedValue, edits: Edits): void {
  const plain = withoutTypes(node);
  const isAnonymous =
    plain.type === 'ArrowFunctionExpression' ||
    ((plain.type === 'FunctionExpression' || plain.type === 'ClassExpression') && !plain.id);
  if (!isAnonymous) return;
  const access = name === '__proto__' ? '["__proto__"]' : `.${name}`;
  edits.wrap(outerStartOf(node), end, `{${propertyKey(name)}:`, `}${access}`);
}

/** `{ __proto__: x }` would set the prototype. */
function propertyKey(name: string): string {
  return name === '__proto__' ? '["__proto__"]' : name;
}
