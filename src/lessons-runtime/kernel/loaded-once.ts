import { once } from '../shared/once.ts';

/** A value that is loaded when it is first needed. */
interface LoadedOnce<T> {
  /** Returns the same value to all callers; loads again after a failure. */
  load(): Promise<T>;
  /** `null` until it is loaded. */
  readonly loaded: T | null;
}

/** Loads a value once and gives synchronous access to it afterwards. */
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
