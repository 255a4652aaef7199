import type { ScriptName } from '../protocol/worker-scripts.ts';
import { once } from '../shared/once.ts';
import type { HostRequests } from './host-requests.ts';
import type { ScriptExports } from './script-interfaces.ts';
import { core, cpuShared } from './tensorflow.ts';

declare global {
  /**
   * Set while a lazy script runs: the modules that it shares with the kernel (named in `tools/vite-worker-scripts.ts`), and the
   * place where it stores its exports.
   */
  var deshieloScript:
    | { readonly core: typeof core; readonly cpuShared: typeof cpuShared; exports: object | null }
    | undefined;
}

/** The exports of lazy scripts by name. */
export type LazyScripts = Partial<ScriptExports>;

/** Loads a script and returns its exports. Each script is requested once, and again after a failure. */
export type LoadScript = <Name extends ScriptName>(name: Name) => Promise<ScriptExports[Name]>;

/**
 * @param evaluate runs a script in the worker's global scope
 * @param preloaded the exports of scripts that need not be requested
 */
export function createScriptLoader(
  requests: HostRequests,
  evaluate: (script: string) => void,
  preloaded: LazyScripts = {},
): LoadScript {
  const loaders = new Map<ScriptName, () => Promise<object>>();

  async function load(name: ScriptName): Promise<object> {
    const known = preloaded[name];
    if (known !== undefined) return known;
    const text = await requests.script(name);
    // A backend's script registers its backend; that is ignored, because ours are registered already.
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

  return <Name extends ScriptName>(name: Name) => {
    const loader = loaders.get(name) ?? once(() => load(name));
    loaders.set(name, loader);
    // The script's entry checks the type of its exports.
    return loader() as Promise<ScriptExports[Name]>;
  };
}
