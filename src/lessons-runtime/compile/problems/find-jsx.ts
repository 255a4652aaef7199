import { parse } from '@babel/parser';
import { findNode, startOf } from '../source/syntax.ts';

/**
 * Returns the offset of the first JSX element in a source that is no valid TypeScript, or undefined if it is not valid with
 * JSX either.
 */
export function findJsx(source: string): number | undefined {
  if (!/<[A-Za-z>]/.test(source)) return undefined;
  try {
    const { program } = parse(source, {
      sourceType: 'module',
      attachComment: false,
      plugins: ['typescript', 'jsx', 'decorators'],
    });
    const element = findNode(program, ({ type }) => type === 'JSXElement' || type === 'JSXFragment');
    return element && startOf(element);
  } catch {
    return undefined;
  }
}
