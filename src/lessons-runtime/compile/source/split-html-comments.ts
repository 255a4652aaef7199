import type { Edits } from './edits.ts';
import { forEachChild, type Node, startOf } from './syntax.ts';

/**
 * Inserts a space into `a<!--b`, because a module parses it as `a < !(--b)`, but a script, as which compiled code is
 * evaluated, as a comment.
 */
export function splitHtmlComments(source: string, node: Node, edits: Edits): void {
  if (!source.includes('<!--')) return;
  if (node.type === 'UpdateExpression' && source.startsWith('<!--', startOf(node) - 2)) {
    edits.lead(startOf(node), ' ');
  }
  forEachChild(node, (child) => splitHtmlComments(source, child, edits));
}
