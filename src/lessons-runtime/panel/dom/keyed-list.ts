/**
 * Creates a function that shows items as the children of a list. The node of an item is reused, so that adding one does not draw all
 * others again.
 * @param keyOf returns what identifies an item
 * @param draw creates the node of an item
 * @param update is called for each shown item, counted from 0
 */
export function createKeyedList<Item>(
  list: HTMLElement,
  keyOf: (item: Item) => string,
  draw: (item: Item) => HTMLElement,
  update: (node: HTMLElement, item: Item, index: number) => void,
): (items: readonly Item[]) => void {
  const drawn = new Map<string, HTMLElement>();
  return (items) => {
    const present = new Set(items.map(keyOf));
    for (const [key, node] of drawn) {
      if (present.has(key)) continue;
      node.remove();
      drawn.delete(key);
    }
    for (const [index, item] of items.entries()) {
      const node = drawn.get(keyOf(item)) ?? draw(item);
      drawn.set(keyOf(item), node);
      if (list.children[index] !== node) list.insertBefore(node, list.children[index] ?? null);
      update(node, item, index);
    }
  };
}

/** Moves the focus from an item that is about to be removed to the button of its neighbour, or to `otherwise` if it has none. */
export function focusNeighbour(item: Element, otherwise: HTMLElement): void {
  const next = item.nextElementSibling ?? item.previousElementSibling;
  (next?.querySelector('button') ?? otherwise).focus();
}
