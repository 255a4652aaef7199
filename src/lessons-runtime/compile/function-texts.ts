import { parse } from '@babel/parser';
import { endOf, forEachChild, type Node, startOf } from './source/syntax.ts';

/** The functions and classes of a compiled cell, each as its `toString` gives it. */
export interface FunctionTexts {
  /** Right in the cell: they see the names that cells share, and nothing else that could be kept. */
  readonly outer: ReadonlySet<string>;
  /** In another function, a block or a field, or with private members: values may hide in them. */
  readonly inner: ReadonlySet<string>;
}

const functions: ReadonlySet<Node['type']> = new Set([
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'ObjectMethod',
  'ClassMethod',
  'ClassPrivateMethod',
]);
const classes: ReadonlySet<Node['type']> = new Set(['ClassDeclaration', 'ClassExpression']);
/** What has names of its own, or a `this` to keep. */
const blocks: ReadonlySet<Node['type']> = new Set([
  'BlockStatement',
  'StaticBlock',
  'ForStatement',
  'ForInStatement',
  'ForOfStatement',
  'SwitchStatement',
  'CatchClause',
  'ClassProperty',
  'ClassPrivateProperty',
  'ClassAccessorProperty',
]);

/**
 * Sorts the functions of a cell by whether a value can hide in them.
 * @param code what `compileCell` made
 */
export function functionTexts(code: string): FunctionTexts {
  const outer = new Set<string>();
  const inner = new Set<string>();

  function visit(node: Node, isInside: boolean): void {
    const isFunction = functions.has(node.type);
    if (isFunction || classes.has(node.type)) {
      const text = code.slice(startOf(node), endOf(node)).replace(/^static\s+/, '');
      (isInside || hasPrivateMember(node) ? inner : outer).add(text);
    }
    const within = isInside || isFunction || blocks.has(node.type);
    forEachChild(node, (child) => visit(child, within));
  }

  const [statement] = parse(code, { sourceType: 'module', attachComment: false }).program.body;
  const cell = statement?.type === 'ExpressionStatement' ? statement.expression : null;
  if (cell?.type !== 'ArrowFunctionExpression') throw new TypeError('no compiled cell');
  forEachChild(cell.body, (child) => visit(child, false));
  return { outer, inner };
}

function hasPrivateMember(node: Node): boolean {
  if (node.type !== 'ClassDeclaration' && node.type !== 'ClassExpression') return false;
  return node.body.body.some(({ type }) => type === 'ClassPrivateProperty' || type === 'ClassPrivateMethod');
}
