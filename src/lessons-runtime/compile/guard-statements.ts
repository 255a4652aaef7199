import type { Edits } from './source/edits.ts';
import { forEachChild, type Node, type Statement, startOf } from './source/syntax.ts';

/**
 * Inserts a `;` before statements that will begin with an inserted parenthesis. Without it, such a line would be parsed as
 * a call of the expression on the line above.
 * @param hazards whether a parenthesis gets inserted at an offset
 */
export function guardStatements(
  source: string,
  node: Node,
  hazards: (offset: number) => boolean,
  edits: Edits,
): void {
  for (const statement of statementsOf(node)) {
    const start = startOf(statement);
    if (statement.type === 'ExpressionStatement' && hazards(start) && !isApart(source, start)) {
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

/** Whether the statement at `start` follows a semicolon or the start of a block, comments not considered. */
function isApart(source: string, start: number): boolean {
  let at = start - 1;
  while (at >= 0 && /\s/.test(source.charAt(at))) at -= 1;
  return at < 0 || source[at] === ';' || source[at] === '{';
}
