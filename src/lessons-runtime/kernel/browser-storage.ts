/**
 * Replaces tfjs-core's handlers for models in the browser's storage (`io/local_storage` and `io/indexed_db`), which cannot work
 * in a lesson's worker: its origin is opaque, so it has no storage (`tools/vite-worker-scripts.ts`). tfjs ignores managers that
 * cannot be created.
 */

class NoStorage {
  static readonly URL_SCHEME = '';

  constructor() {
    throw new Error('A worker of an opaque origin has no storage.');
  }
}

export {
  NoStorage as BrowserIndexedDB,
  NoStorage as BrowserIndexedDBManager,
  NoStorage as BrowserLocalStorage,
  NoStorage as BrowserLocalStorageManager,
};
