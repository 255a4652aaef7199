import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { isLanguage, type Language } from '../src/lessons-runtime/shared/language.ts';

const query = 'language';

/** Virtual modules that are built for each language, because the worker's scripts have tables of words. */
const wordedModules = /['"]virtual:(?:worker-scripts|grading-script)['"]/;
const tables = /\bdefineWords\(\{([^{}]*)\}\)/g;
const importedFile =
  /^(?:import|export)(?! type\b)[^;]*?from '(\.[^']+)'|^import '(\.[^']+)'|\bimport\('(\.[^']+)'\)/gm;

/** Returns the language in a module's id; `undefined` if the module is built once for all languages. */
export function languageOfModule(id: string | undefined): Language | undefined {
  const language = new URLSearchParams(id?.split('?')[1] ?? '').get(query);
  return isLanguage(language) ? language : undefined;
}

/** Adds a language to a module's id. */
export function inLanguage(id: string, language: Language | undefined): string {
  return language === undefined ? id : `${id}?${query}=${language}`;
}

/**
 * Removes all but one language from the tables of words in a module: `defineWords({ es, en })` becomes
 * `defineWords({ es })`. The bundler then drops the words that are no longer used.
 * @returns `null` if the module has no table of words
 * @throws if a table lacks the language, or is not written as an object literal of variables
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

/** Keeps only the words of one language in a build. @param onWords called for each module that has words */
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
 * Makes pages load the words of their own language only. A script that a component imports as `./start.ts?language=es` is
 * built for Spanish, together with every module that it imports, directly or not, and that has words or imports one with
 * words. All other modules are built once, so that their state is shared by all scripts of a page.
 */
export function pageLanguage(): Plugin {
  const worded = new Map<string, boolean>();

  /** Returns whether a file has words, or imports one with words, directly or not. */
  function hasWords(file: string): boolean {
    const known = worded.get(file);
    if (known !== undefined) return known;
    // An import in a comment may name a file that does not exist.
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
        // A page would have two copies of the module's state.
        if (languageOfModule(id) !== undefined && forAll.has(file))
          this.error(
            `${file} is built for one language and for all: only scripts built for a language may import a module with words`,
          );
      }
    },
  };
}
