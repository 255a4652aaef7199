import type { Edits } from './source/edits.ts';
import { endOf, forEachChild, type Node, startOf } from './source/syntax.ts';

/**
 * Passes what a cell awaits through a function of the kernel, so that Stop can end the wait: `await x` becomes
 * `await $wait(x)`, and `for await (const y of x)` becomes `for await (const y of $wait.each(x))`.
 *
 * @param wait the name of the function in the compiled code
 */
export function markAwaits(source: string, node: Node, wait: string, edits: Edits): void {
  if (node.type === 'AwaitExpression') wrap(source, node.argument, wait, edits);
  if (node.type === 'ForOfStatement' && node.await) wrap(source, node.right, `${wait}.each`, edits);
  forEachChild(node, (child) => markAwaits(source, child, wait, edits));
}

function wrap(source: string, value: Node, call: string, edits: Edits): void {
  const start = startOf(value);
  // `await[x]` has no space that would keep the words apart.
  const space = /\w/.test(source.charAt(start - 1)) ? ' ' : '';
  const isList = value.type === 'SequenceExpression';
  edits.wrap(start, endOf(value), `${space}${call}(${isList ? '(' : ''}`, isList ? '))' : ')');
}
