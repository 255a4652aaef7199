import { parse } from '@babel/parser';
import { endOf, forEachChild, type Node, startOf } from './source/syntax.ts';

/** The functions and classes of a compiled cell, as returned by their `toString`. */
export interface FunctionTexts {
  /** At the top level of the cell. They can only refer to names of the lesson's scope, so that they retain no other values. */
  readonly outer: ReadonlySet<string>;
  /** In another function, a block or a field, or with private members. Their closures may retain values. */
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
/** Nodes that bind names or a `this` that a closure can retain. */
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
 * Classifies the functions of a cell by whether their closures can retain values.
 * @param code the output of `compileCell`
 * @throws {TypeError} if the code is no compiled cell
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
