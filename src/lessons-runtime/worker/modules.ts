import type { Language } from '../shared/language.ts';
import { kernelWords } from './words.ts';

/** The modules a cell can import: the runtime's own instances, nothing else. */
export interface Modules {
  register(specifier: string, namespace: object): void;
  load(specifier: string, language: Language): Promise<object>;
}

export function createModules(): Modules {
  const known = new Map<string, object>();
  return {
    register(specifier, namespace) {
      known.set(specifier, namespace);
    },
    async load(specifier, language) {
      const namespace = known.get(specifier);
      if (namespace === undefined) {
        throw new Error(kernelWords[language].unknownModule(specifier, [...known.keys()]));
      }
      return namespace;
    },
  };
}
