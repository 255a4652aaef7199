/**
 * Creates a function that shows items as the children of a list. The node of an item is reused, so that adding one does not draw all
 * others again. If the node of a removed item has the focus, the focus moves to the button of its neighbour.
 * @param keyOf returns what identifies an item
 * @param draw creates the node of an item
 * @param update is called for each shown item, counted from 0
 * @param otherwise gets the focus if there is no neighbour
 */
export function createKeyedList<Item>(
  list: HTMLElement,
  keyOf: (item: Item) => string,
  draw: (item: Item) => HTMLElement,
  update: (node: HTMLElement, item: Item, index: number) => void,
  otherwise: HTMLElement,
): (items: readonly Item[]) => void {
  const drawn = new Map<string, HTMLElement>();
  return (items) => {
    const present = new Set(items.map(keyOf));
    for (const [key, node] of drawn) {
      if (present.has(key)) continue;
      if (node.contains(document.activeElement)) focusNeighbour(node, otherwise);
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

function focusNeighbour(node: Element, otherwise: HTMLElement): void {
  const next = node.nextElementSibling ?? node.previousElementSibling;
  (next?.querySelector('button') ?? otherwise).focus();
}
