import type { Page } from 'playwright-core';

/** Returns the cells whose outputs are kept on the device. */
export function keptCells(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    // Opening it would create it without its tables.
    const databases = await indexedDB.databases();
    if (!databases.some(({ name }) => name === 'deshielo-outputs')) return [];
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('deshielo-outputs');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const keys = await new Promise<IDBValidKey[]>((resolve, reject) => {
      const request = database.transaction('outputs').objectStore('outputs').getAllKeys();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    database.close();
    return keys.map((key) => (Array.isArray(key) ? String(key[1]) : ''));
  });
}
