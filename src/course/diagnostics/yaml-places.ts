import { isCollection, isMap, type Node, type ParsedNode } from 'yaml';

/** The keys that lead to a field from the file's root, as in zod's issues. */
export type Path = readonly (string | number)[];

/** Formats a path as `questions[3].options[1].why`, counting from 1. */
export function namePath(path: Path): string {
  if (path.length === 0) return 'the file';
  return path
    .map((key, place) => (typeof key === 'number' ? `[${key + 1}]` : place === 0 ? key : `.${key}`))
    .join('');
}

/**
 * Returns the offset at which a field begins: that of its key, or of the item if it is in a list.
 * For a missing field, it is the offset of the nearest enclosing node that exists.
 */
export function offsetOf(root: ParsedNode | null, path: Path): number | undefined {
  let node: Node | null = root;
  let offset = root?.range[0];
  for (const key of path) {
    if (!isCollection(node)) break;
    const pair: { key: unknown; value: unknown } | undefined = isMap(node)
      ? node.items.find((item) => String(item.key) === key)
      : { key: null, value: node.items[Number(key)] };
    if (pair === undefined) break;
    const value = pair.value as Node | null;
    offset = (pair.key as Node | null)?.range?.[0] ?? value?.range?.[0] ?? offset;
    node = value;
  }
  return offset;
}
