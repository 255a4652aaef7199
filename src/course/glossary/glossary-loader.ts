import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { readGlossary } from './read-glossary.ts';

/**
 * Creates the glossary's loader. Astro's own file loader only logs a file that it cannot read; this one fails the build.
 * @param file path from the project's root
 */
export function glossaryLoader(file: string): Loader {
  return {
    name: 'glossary',
    load: async ({ config, store, watcher, logger }) => {
      const path = fileURLToPath(new URL(file, config.root));
      const load = async () => {
        const words = readGlossary(await readFile(path, 'utf8'), file);
        store.clear();
        for (const [id, data] of Object.entries(words)) store.set({ id, data });
      };
      await load();
      watcher?.add(path);
      watcher?.on('change', (changed) => {
        if (changed === path) load().catch((error: unknown) => logger.error(String(error)));
      });
    },
  };
}
