import type { Edits } from '../source/edits.ts';
import { findText, hasLineBreak, skipTrivia } from '../source/scan-text.ts';
import { type ClassPrivateMethod, endOf, type Function as FunctionNode, startOf } from '../source/syntax.ts';

type Signature = FunctionNode | ClassPrivateMethod;

/**
 * Blanks a `this` parameter, and moves the parentheses of an arrow function if blanked types would leave a line break that
 * JavaScript forbids: between `)` and `=>`, or between `async` and `(`. All other types are erased as nodes.
 */
export function eraseSignature(source: string, node: Signature, edits: Edits): void {
  eraseThisParameter(source, node, edits);
  if (node.type !== 'ArrowFunctionExpression') return;
  const { returnType, typeParameters } = node;
  const lastParam = node.params.at(-1);
  if (returnType) {
    const from = lastParam ?? typeParameters;
    const close = findText(source, from ? endOf(from) : startOf(node), ')');
    if (hasLineBreak(source, close, endOf(returnType))) {
      edits.blank(close, close + 1);
      edits.put(endOf(returnType) - 1, ')');
    }
  }
  if (node.async && typeParameters) {
    const open = findText(source, endOf(typeParameters), '(');
    if (hasLineBreak(source, startOf(typeParameters), open)) {
      edits.put(startOf(typeParameters), '(');
      edits.blank(open, open + 1);
    }
  }
}

function eraseThisParameter(source: string, node: Signature, edits: Edits): void {
  const [first, second] = node.params;
  if (first?.type !== 'Identifier' || first.name !== 'this') return;
  const next = skipTrivia(source, endOf(first));
  const end = source[next] === ',' ? next + 1 : endOf(first);
  edits.blank(startOf(first), second ? startOf(second) : end);
}
