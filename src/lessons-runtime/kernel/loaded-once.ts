import { once } from '../shared/once.ts';

/** Something that is loaded when it is first asked for. */
interface LoadedOnce<T> {
  /** The same for all who ask; after a failure it is loaded anew. */
  load(): Promise<T>;
  /** `null` until it is there. */
  readonly loaded: T | null;
}

export function loadedOnce<T>(load: () => Promise<T>): LoadedOnce<T> {
  let loaded: T | null = null;
  return {
    load: once(async () => {
      loaded = await load();
      return loaded;
    }),
    get loaded() {
      return loaded;
    },
  };
}
