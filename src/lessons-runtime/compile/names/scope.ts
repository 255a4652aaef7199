/** One scope inside a cell: a function, block, loop head, catch clause or class. The cell's own top level is not one. */
export type Scope = {
  readonly parent: Scope | undefined;
  readonly names: ReadonlySet<string>;
  /** Whether `var`s stop here: functions, field initialisers and static blocks. */
  readonly holdsVars: boolean;
  /** Whether `this` stops here: the same, arrow functions excepted. */
  readonly bindsThis: boolean;
};

/** Whether a name is bound somewhere between the scope and the cell's top level. */
export function isLocal(name: string, scope: Scope | undefined): boolean {
  return someScope(scope, (one) => one.names.has(name));
}

/** Whether a `var` in the scope would belong to the cell's top level. */
export function reachesTop(scope: Scope | undefined): boolean {
  return !someScope(scope, (one) => one.holdsVars);
}

/** Whether `this` in the scope would be the top level's. */
export function hasTopLevelThis(scope: Scope | undefined): boolean {
  return !someScope(scope, (one) => one.bindsThis);
}

function someScope(scope: Scope | undefined, holds: (one: Scope) => boolean): boolean {
  for (let one = scope; one !== undefined; one = one.parent) if (holds(one)) return true;
  return false;
}
