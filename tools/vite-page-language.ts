import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { isLanguage, type Language } from '../src/lessons-runtime/shared/language.ts';

const query = 'language';

/** What comes in a version for each language, besides tables of words: the worker's scripts, which have tables too. */
const wordedModules = /['"]virtual:(?:worker-scripts|grading-script)['"]/;
const tables = /\bdefineWords\(\{([^{}]*)\}\)/g;
const importedFile =
  /^(?:import|export)(?! type\b)[^;]*?from '(\.[^']+)'|^import '(\.[^']+)'|\bimport\('(\.[^']+)'\)/gm;

/** The language that a module is built for, by its id; `undefined` where it is built once for all. */
export function languageOfModule(id: string | undefined): Language | undefined {
  const language = new URLSearchParams(id?.split('?')[1] ?? '').get(query);
  return isLanguage(language) ? language : undefined;
}

/** A module's id in the version for one language. */
export function inLanguage(id: string, language: Language | undefined): string {
  return language === undefined ? id : `${id}?${query}=${language}`;
}

/**
 * A module's text with the words of one language only: `defineWords({ es, en })` becomes `defineWords({ es })`, and what was
 * said in the other is left out by the bundler.
 * @returns `null` where the module has no table of words
 */
export function keepLanguage(code: string, language: Language): string | null {
  let found = 0;
  const kept = code.replace(tables, (_, listed: string) => {
    found += 1;
    const entries = listed.split(',').map((entry) => entry.trim());
    const entry = entries.find((each) => each.split(':')[0]?.trim() === language);
    if (entry === undefined) throw new Error(`a table of words has no ${language}: {${listed}}`);
    return `defineWords({ ${entry} })`;
  });
  const called = code.split('defineWords({').length - 1;
  if (found < called) throw new Error('a table of words is not written as defineWords({ es, en })');
  return found === 0 ? null : kept;
}

/** In a build for one language, all modules with their words in that language. @param onWords is told that there are some */
export function onlyLanguage(language: Language, onWords: () => void): Plugin {
  return {
    name: 'deshielo:only-language',
    enforce: 'pre',
    transform(code) {
      const kept = keepLanguage(code, language);
      if (kept === null) return undefined;
      onWords();
      return { code: kept, map: null };
    },
  };
}

/**
 * Lets a page load the words of its own language only. A script that a component imports as `./start.ts?language=es` is built
 * for Spanish, with every module that it imports and that has words or reaches one. Of all others there is one copy: what they
 * keep is the same for whoever imports them, as the scripts of all pages do, and tfjs-vis.
 */
export function pageLanguage(): Plugin {
  const worded = new Map<string, boolean>();

  /** Whether a file has words, or imports one that has, at any distance. */
  function hasWords(file: string): boolean {
    const known = worded.get(file);
    if (known !== undefined) return known;
    // What a comment shows as an example is no file.
    if (!file.endsWith('.ts') || file.includes('/node_modules/') || !existsSync(file)) return false;
    worded.set(file, false);
    const code = readFileSync(file, 'utf8');
    const imported = [...code.matchAll(importedFile)].map(
      ([, from, bare, later]) => from ?? bare ?? later ?? '',
    );
    const found =
      code.includes('defineWords({') && !file.endsWith('/shared/words.ts')
        ? true
        : wordedModules.test(code) || imported.some((path) => hasWords(resolve(dirname(file), path)));
    worded.set(file, found);
    return found;
  }

  return {
    name: 'deshielo:page-language',
    enforce: 'pre',
    buildStart: () => worded.clear(),
    async resolveId(id, importer, options) {
      const language = languageOfModule(importer);
      if (language === undefined || !id.startsWith('.')) return undefined;
      const found = await this.resolve(id, importer, { ...options, skipSelf: true });
      if (found === null || found.external || !hasWords(found.id)) return found;
      return { ...found, id: inLanguage(found.id, language) };
    },
    transform(code, id) {
      const language = languageOfModule(id);
      const kept = language === undefined ? null : keepLanguage(code, language);
      return kept === null ? undefined : { code: kept, map: null };
    },
    generateBundle(_, bundle) {
      const built = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
      const forAll = new Set(built.filter((id) => languageOfModule(id) === undefined));
      for (const id of built) {
        const [file = ''] = id.split('?');
        // A page would have two of what it keeps.
        if (languageOfModule(id) !== undefined && forAll.has(file))
          this.error(
            `${file} is built for a language and for all: what has words is imported by a script of one language only`,
          );
      }
    },
  };
}
