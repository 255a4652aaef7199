/** A scope inside a cell: a function, block, loop head, catch clause or class. The cell's top level is `undefined`. */
export type Scope = {
  readonly parent: Scope | undefined;
  readonly names: ReadonlySet<string>;
  /** Whether it is a scope for `var`: functions, field initialisers and static blocks. */
  readonly holdsVars: boolean;
  /** Whether it binds `this`: the same except arrow functions. */
  readonly bindsThis: boolean;
};

/** Whether a name is bound in the scope or in one that encloses it. */
export function isLocal(name: string, scope: Scope | undefined): boolean {
  return someScope(scope, (one) => one.names.has(name));
}

/** Whether a `var` in the scope is hoisted to the cell's top level. */
export function reachesTop(scope: Scope | undefined): boolean {
  return !someScope(scope, (one) => one.holdsVars);
}

/** Whether `this` in the scope is that of the top level. */
export function hasTopLevelThis(scope: Scope | undefined): boolean {
  return !someScope(scope, (one) => one.bindsThis);
}

function someScope(scope: Scope | undefined, holds: (one: Scope) => boolean): boolean {
  for (let one = scope; one !== undefined; one = one.parent) if (holds(one)) return true;
  return false;
}
