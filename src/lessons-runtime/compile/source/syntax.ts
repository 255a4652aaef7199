import type { Node } from '@babel/types';

export type * from '@babel/types';

/** Returns the offset of the node's first character, in UTF-16 code units. */
export function startOf(node: Node): number {
  return node.start ?? 0;
}

/** Returns the offset past the node's last character. Parentheses around an expression are not included. */
export function endOf(node: Node): number {
  return node.end ?? 0;
}

/** Returns the offset of the outermost parenthesis around the expression, or of the expression itself. */
export function outerStartOf(node: Node): number {
  const { parenStart } = node.extra ?? {};
  return typeof parenStart === 'number' ? parenStart : startOf(node);
}

/** Whether the expression is in parentheses. */
export function isParenthesized(node: Node): boolean {
  return outerStartOf(node) !== startOf(node);
}

/** Calls `visit` for each direct child of the node, in the order the parser attached them. */
export function forEachChild(node: Node, visit: (child: Node) => void): void {
  for (const [key, value] of Object.entries(node)) {
    if (key === 'loc' || key === 'extra') continue;
    if (Array.isArray(value)) {
      for (const item of value) if (isNode(item)) visit(item);
    } else if (isNode(value)) {
      visit(value);
    }
  }
}

/** Returns the first node in source order that matches, the given one included; undefined if there is none. */
export function findNode(node: Node, matches: (node: Node) => boolean): Node | undefined {
  if (matches(node)) return node;
  let found: Node | undefined;
  forEachChild(node, (child) => {
    found ??= findNode(child, matches);
  });
  return found;
}

/** Returns the expression inside `x!`, `x as T`, `x satisfies T`, `<T>x` and `x<T>`, or the node itself. */
export function withoutTypes(node: Node): Node {
  let inner = node;
  while (
    inner.type === 'TSNonNullExpression' ||
    inner.type === 'TSAsExpression' ||
    inner.type === 'TSSatisfiesExpression' ||
    inner.type === 'TSTypeAssertion' ||
    inner.type === 'TSInstantiationExpression'
  ) {
    inner = inner.expression;
  }
  return inner;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
