import type { ScriptName } from '../protocol/worker-scripts.ts';
import { once } from '../shared/once.ts';
import type { HostRequests } from './host-requests.ts';
import { core, cpuShared } from './tensorflow.ts';

type Exports = Readonly<Record<string, unknown>>;

declare global {
  /**
   * Where a lazy script finds what it shares with the kernel (`tools/vite-worker-scripts.ts` names the modules) and leaves
   * what it exports. Set only while such a script runs.
   */
  var deshieloScript:
    | { readonly core: typeof core; readonly cpuShared: typeof cpuShared; exports: Exports | null }
    | undefined;
}

/** What lazy scripts export, by name. */
export type LazyScripts = Partial<Readonly<Record<ScriptName, Exports>>>;

/** Loads a part of TensorFlow.js that not every lesson needs. Each is fetched once; after a failure, again. */
export type LoadScript = (name: ScriptName) => Promise<Exports>;

/**
 * @param evaluate runs a script in the worker's global scope
 * @param preloaded scripts that need not be fetched
 */
export function createScriptLoader(
  requests: HostRequests,
  evaluate: (script: string) => void,
  preloaded: LazyScripts = {},
): LoadScript {
  const loaders = new Map<ScriptName, () => Promise<Exports>>();

  async function load(name: ScriptName): Promise<Exports> {
    const known = preloaded[name];
    if (known !== undefined) return known;
    const text = await requests.script(name);
    // A backend's script registers it on loading; ours are registered already, and made on demand.
    globalThis.deshieloScript = { core: { ...core, registerBackend: () => false }, cpuShared, exports: null };
    try {
      evaluate(text);
      const exported = globalThis.deshieloScript.exports;
      if (exported === null) throw new Error(`${name} exports nothing`);
      return exported;
    } finally {
      globalThis.deshieloScript = undefined;
    }
  }

  return (name) => {
    const loader = loaders.get(name) ?? once(() => load(name));
    loaders.set(name, loader);
    return loader();
  };
}
