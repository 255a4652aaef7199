import { createMemoryItemsStore, type ItemsStore, openItemsStore } from '../../progress/items-store.ts';
import { once } from '../../shared/once.ts';

/** The page's store of attempts; where the browser keeps nothing, one that lasts for the page. */
export const openItems: () => Promise<ItemsStore> = once(() =>
  openItemsStore().catch(createMemoryItemsStore),
);
