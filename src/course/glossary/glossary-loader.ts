import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { readGlossary } from './read-glossary.ts';

/**
 * Loads the glossary for Astro, whose own loader passes over a file that it cannot read.
 * @param file from the top of the project
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
