import type { KeptFiles } from '../progress/kept-files.ts';

/** Models on their way from one worker of a check to the other: they last as long as the check. */
export function createHandedModels(): KeptFiles {
  const models = new Map<string, ArrayBuffer>();
  return {
    async read(drawer, key) {
      const bytes = models.get(key);
      // What is read is given away.
      return drawer === 'models' && bytes !== undefined ? bytes.slice(0) : null;
    },
    async write(drawer, key, bytes) {
      if (drawer !== 'models') return 'refused';
      models.set(key, bytes);
      return 'kept';
    },
    names: async () => [...models.keys()],
  };
}
