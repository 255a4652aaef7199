import type { Edits } from './edits.ts';
import { forEachChild, type Node, type Statement, startOf } from './syntax.ts';

/**
 * Keeps statements apart that will begin with an inserted parenthesis: without a `;` in front, such a line would be
 * read as a call of what the line above it leaves open. `hazards` are the offsets where parentheses get inserted.
 */
export function guardStatements(
  source: string,
  node: Node,
  hazards: (offset: number) => boolean,
  edits: Edits,
): void {
  for (const statement of statementsOf(node)) {
    const start = startOf(statement);
    if (
      statement.type === 'ExpressionStatement' &&
      hazards(start) &&
      !/(?:^|[;{])\s*$/.test(source.slice(0, start))
    ) {
      edits.lead(start, ';');
    }
  }
  forEachChild(node, (child) => guardStatements(source, child, hazards, edits));
}

function statementsOf(node: Node): readonly Statement[] {
  switch (node.type) {
    case 'Program':
    case 'BlockStatement':
    case 'StaticBlock':
      return node.body;
    case 'SwitchCase':
      return node.consequent;
    default:
      return [];
  }
}
