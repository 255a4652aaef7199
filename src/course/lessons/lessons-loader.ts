import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { glob, type Loader } from 'astro/loaders';
import { languages } from '../../lessons-runtime/shared/language.ts';
import { AuthoringError, collectDiagnostics } from '../diagnostics/diagnostic.ts';
import { readFrontMatter } from './front-matter.ts';

/**
 * Creates the lessons' loader. A lesson is a folder with a file for each language, `es.mdx` and `en.mdx`; each is an entry:
 * `01-pretrained/es`, `01-pretrained/en`. The loader parses all front matter itself, because Astro stops at the first
 * mistake and does not name its line.
 * @param base the folder of all lessons, from the project's root
 */
export function lessonsLoader(base: string): Loader {
  const { load } = glob({
    base: `./${base}`,
    pattern: `*/{${languages.join(',')}}.mdx`,
    // By default the id is the front matter's slug, which is the address in one language.
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
          // `pairLessons` reports a missing language.
          const mdx = await readFile(`${root}${file}`, 'utf8').catch(() => null);
          return mdx === null ? [] : collectDiagnostics(() => readFrontMatter(mdx, file)).diagnostics;
        }),
      );
      if (read.flat().length > 0) throw new AuthoringError(read.flat());
      await load(context);
    },
  };
}
