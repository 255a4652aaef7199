import type { Language } from '../../shared/language.ts';
import { once } from '../../shared/once.ts';
import { AdvisedError } from '../errors/advised-error.ts';
import { kernelWords } from '../kernel-words.ts';

/** An import that cannot be had. */
export class ModuleError extends AdvisedError {
  override readonly name = 'ModuleError';
}

/** The modules a cell can import: the runtime's own instances, nothing else. */
export interface Modules {
  register(specifier: string, namespace: object): void;
  namespaces(): Iterable<object>;
  /** A module that is made when a cell first imports it; where that fails, at the next import again. */
  registerLazy(specifier: string, make: () => Promise<object>): void;
  /**
   * @param required exports that the cell cannot do without
   * @throws {ModuleError} where there is no such module, or it lacks one of them
   */
  load(specifier: string, required: readonly string[], language: Language): Promise<object>;
}

export function createModules(): Modules {
  const known = new Map<string, object>();
  const lazy = new Map<string, () => Promise<object>>();

  async function find(specifier: string): Promise<object | undefined> {
    const made = known.get(specifier) ?? (await lazy.get(specifier)?.());
    if (made !== undefined) known.set(specifier, made);
    return made;
  }

  return {
    register(specifier, namespace) {
      known.set(specifier, namespace);
    },
    registerLazy(specifier, make) {
      lazy.set(specifier, once(make));
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
