import type { Language } from '../shared/language.ts';
import { kernelWords } from './words.ts';

/** The modules a cell can import: the runtime's own instances, nothing else. */
export interface Modules {
  register(specifier: string, namespace: object): void;
  /**
   * @param wanted names that the module must export
   * @throws Error worded in `language`, where there is no such module or it lacks one of the names
   */
  load(specifier: string, wanted: readonly string[], language: Language): Promise<object>;
}

export function createModules(): Modules {
  const known = new Map<string, object>();
  return {
    register(specifier, namespace) {
      known.set(specifier, namespace);
    },
    async load(specifier, wanted, language) {
      const namespace = known.get(specifier);
      if (namespace === undefined) {
        throw new Error(kernelWords[language].unknownModule(specifier, [...known.keys()]));
      }
      const missing = wanted.find((name) => !(name in namespace));
      if (missing !== undefined) throw new Error(kernelWords[language].notExported(specifier, missing));
      return namespace;
    },
  };
}
