import { createMemoryItemsStore, type ItemsStore, openItemsStore } from '../../progress/items-store.ts';

/** The store of attempts; where the browser keeps nothing, one that lasts for the page. */
export async function openItems(): Promise<{ readonly store: ItemsStore; readonly isKept: boolean }> {
  try {
    return { store: await openItemsStore(), isKept: true };
  } catch {
    return { store: createMemoryItemsStore(), isKept: false };
  }
}
