import { parse } from '@babel/parser';
import { forEachChild, type Node, startOf } from '../source/syntax.ts';

/**
 * Offset of the first JSX element in a source that does not parse as plain TypeScript,
 * or undefined when JSX is not what is wrong with it.
 */
export function findJsx(source: string): number | undefined {
  if (!/<[A-Za-z>]/.test(source)) return undefined;
  try {
    const { program } = parse(source, {
      sourceType: 'module',
      attachComment: false,
      plugins: ['typescript', 'jsx', 'decorators'],
    });
    return firstJsx(program);
  } catch {
    return undefined;
  }
}

function firstJsx(node: Node): number | undefined {
  if (node.type === 'JSXElement' || node.type === 'JSXFragment') return startOf(node);
  let found: number | undefined;
  forEachChild(node, (child) => {
    found ??= firstJsx(child);
  });
  return found;
}
