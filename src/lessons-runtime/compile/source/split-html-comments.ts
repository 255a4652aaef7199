import type { Edits } from './edits.ts';
import { forEachChild, type Node, startOf } from './syntax.ts';

/**
 * Puts a space into `a<!--b`, which a module reads as `a < !(--b)` and an evaluated script as a comment:
 * compiled code is evaluated as a script.
 */
export function splitHtmlComments(source: string, node: Node, edits: Edits): void {
  if (!source.includes('<!--')) return;
  if (node.type === 'UpdateExpression' && source.startsWith('<!--', startOf(node) - 2)) {
    edits.lead(startOf(node), ' ');
  }
  forEachChild(node, (child) => splitHtmlComments(source, child, edits));
}
