import type { Identifier, Node, ThisExpression, VariableDeclaration } from '../source/syntax.ts';

/**
 * How a name is used, as far as rewriting it differs. `call` includes template tags, `declare` is the target of a
 * top-level declaration, `write` that of an assignment.
 */
export type NameUse = 'read' | 'call' | 'typeof' | 'declare' | 'write';

/** A use of a name that no scope inside the cell binds: a property of the lesson's scope object, or a global. */
export type Reference = {
  readonly node: Identifier;
  readonly use: NameUse;
  /** Whether it is the `a` of `{ a }`, property name and value in one. */
  readonly shorthand: boolean;
  /** Whether it is evaluated with the cell's own statements, not when a function is called. */
  readonly immediate: boolean;
  /** The expression that is assigned to this name alone. */
  readonly value: AssignedValue | undefined;
  /** For a call by plain name, the offset where its callee and type arguments end. */
  readonly calleeEnd: number | undefined;
};

/** An assigned expression. `end` is the offset where it ends, including its parentheses. */
export type AssignedValue = { readonly node: Node; readonly end: number };

/** A top-level variable declaration, or a `var` that is hoisted to the top level, and its syntactic position. */
export type SharedVariables = {
  readonly node: VariableDeclaration;
  readonly place: 'list' | 'body' | 'for-init' | 'for-each';
};

export type Resolution = {
  readonly references: readonly Reference[];
  readonly sharedVariables: readonly SharedVariables[];
  readonly topLevelThis: readonly ThisExpression[];
  /** All names that scopes inside the cell bind. */
  readonly localNames: ReadonlySet<string>;
};
