import { isCollection, isMap, type Node, type ParsedNode } from 'yaml';

/** From the top of a file, as zod has paths. */
export type Path = readonly (string | number)[];

/** `questions[3].options[1].why`: lists are counted from 1. */
export function namePath(path: Path): string {
  if (path.length === 0) return 'the file';
  return path
    .map((key, place) => (typeof key === 'number' ? `[${key + 1}]` : place === 0 ? key : `.${key}`))
    .join('');
}

/** Where a field begins: its name, where it has one; else where the nearest thing around it begins. */
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
