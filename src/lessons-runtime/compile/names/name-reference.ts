import type { Identifier, Node, ThisExpression, VariableDeclaration } from '../source/syntax.ts';

/**
 * How a name is used, as far as rewriting it differs: `call` also covers template tags, `declare` is the target of
 * a top-level declaration, `write` that of any assignment.
 */
export type NameUse = 'read' | 'call' | 'typeof' | 'declare' | 'write';

/** A use of a name that no scope inside the cell binds: it lives on the lesson's scope object, or is a global. */
export type Reference = {
  readonly node: Identifier;
  readonly use: NameUse;
  /** Whether it is the `a` of `{ a }`, property name and value in one. */
  readonly shorthand: boolean;
  /** Whether it is evaluated as the cell's own statements are, not when some function is called. */
  readonly immediate: boolean;
  /** An expression assigned to just this name, and where it ends, parentheses included. */
  readonly value: AssignedValue | undefined;
  /** Of a call by plain name: where what stands before its parenthesis ends. */
  readonly calleeEnd: number | undefined;
};

export type AssignedValue = { readonly node: Node; readonly end: number };

/** A top-level variable declaration (or a `var` that hoists to the top level) and where it stands. */
export type SharedVariables = {
  readonly node: VariableDeclaration;
  readonly place: 'list' | 'body' | 'for-init' | 'for-each';
};

export type Resolution = {
  readonly references: readonly Reference[];
  readonly sharedVariables: readonly SharedVariables[];
  readonly topLevelThis: readonly ThisExpression[];
  /** Every name that some scope inside the cell binds. */
  readonly localNames: ReadonlySet<string>;
};
