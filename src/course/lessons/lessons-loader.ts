import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { glob, type Loader } from 'astro/loaders';
import { languages } from '../../lessons-runtime/shared/language.ts';
import { AuthoringError, collectDiagnostics } from '../diagnostics/diagnostic.ts';
import { readFrontMatter } from './front-matter.ts';

/**
 * Loads lessons for Astro: a lesson is a folder with `es.mdx` and `en.mdx`, and both are entries, `01-pretrained/es` and
 * `01-pretrained/en`. Their front matter is read before, so that all mistakes are told at once, and by their lines.
 * @param base the folder of all lessons, from the top of the project
 */
export function lessonsLoader(base: string): Loader {
  const { load } = glob({
    base: `./${base}`,
    pattern: `*/{${languages.join(',')}}.mdx`,
    // The default would take the front matter's slug, which is the address in one language, for the id of the entry.
    generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
  });
  return {
    name: 'lessons',
    load: async (context) => {
      const root = fileURLToPath(context.config.root);
      const folders = await readdir(`${root}${base}`);
      const files = folders.flatMap((folder) =>
        languages.map((language) => `${base}/${folder}/${language}.mdx`),
      );
      const read = await Promise.all(
        files.map(async (file) => {
          // A language that lacks is told where lessons are paired.
          const mdx = await readFile(`${root}${file}`, 'utf8').catch(() => null);
          return mdx === null ? [] : collectDiagnostics(() => readFrontMatter(mdx, file)).diagnostics;
        }),
      );
      if (read.flat().length > 0) throw new AuthoringError(read.flat());
      await load(context);
    },
  };
}
