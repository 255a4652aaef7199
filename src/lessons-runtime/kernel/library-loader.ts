import { once } from '../shared/once.ts';
import type { LoadScript } from './lazy-scripts.ts';
import type { LibraryDependencies } from './library-dependencies.ts';
import type { LibraryInterface, LibraryScript } from './script-interfaces.ts';

/** Brings in the library when a cell first trains, or uses any of it. */
export interface LibraryLoader {
  /** The same library for all; after a failure it is fetched again. */
  load(): Promise<LibraryInterface>;
  /** `null` until it is loaded. */
  readonly loaded: LibraryInterface | null;
}

export function createLibraryLoader(loadScript: LoadScript, deps: LibraryDependencies): LibraryLoader {
  let loaded: LibraryInterface | null = null;
  return {
    load: once(async () => {
      const script = (await loadScript('library')) as unknown as LibraryScript;
      loaded = script.createLibrary(deps);
      return loaded;
    }),
    get loaded() {
      return loaded;
    },
  };
}
