import type { Language } from '../../shared/language.ts';
import { once } from '../../shared/once.ts';
import { AdvisedError } from '../errors/advised-error.ts';
import { kernelWords } from '../kernel-words.ts';

/** An import of an unknown module or export. */
export class ModuleError extends AdvisedError {
  override readonly name = 'ModuleError';
}

/** The modules that cells can import. */
export interface Modules {
  register(specifier: string, namespace: object): void;
  /** Returns the modules that are loaded. */
  namespaces(): Iterable<object>;
  /** Registers a module that is loaded when a cell first imports it; if that fails, the next import tries again. */
  registerLazy(specifier: string, load: () => Promise<object>): void;
  /**
   * Returns a module.
   *
   * @param required the exports that the cell uses
   * @throws {ModuleError} if there is no such module or it lacks a required export
   */
  load(specifier: string, required: readonly string[], language: Language): Promise<object>;
}

export function createModules(): Modules {
  const known = new Map<string, object>();
  const lazy = new Map<string, () => Promise<object>>();

  async function find(specifier: string): Promise<object | undefined> {
    const namespace = known.get(specifier) ?? (await lazy.get(specifier)?.());
    if (namespace !== undefined) known.set(specifier, namespace);
    return namespace;
  }

  return {
    register(specifier, namespace) {
      known.set(specifier, namespace);
    },
    registerLazy(specifier, load) {
      lazy.set(specifier, once(load));
    },
    namespaces: () => known.values(),
    async load(specifier, required, language) {
      const words = kernelWords[language];
      const namespace = await find(specifier);
      if (namespace === undefined)
        throw new ModuleError(
          words.unknownModule(specifier, [...new Set([...known.keys(), ...lazy.keys()])]),
        );
      const missing = required.find((name) => !Object.hasOwn(namespace, name));
      if (missing === 'default') throw new ModuleError(words.noDefaultExport(specifier));
      if (missing !== undefined) {
        throw new ModuleError(words.missingExport(specifier, missing, Object.keys(namespace)));
      }
      return namespace;
    },
  };
}
