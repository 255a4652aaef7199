import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Language, languages } from '../../src/lessons-runtime/shared/language.ts';
import { wordFiles } from '../support/word-files.ts';

const scripts = new Map(
  readdirSync('dist/_astro')
    .filter((name) => name.endsWith('.js'))
    .map((name) => [name, readFileSync(join('dist/_astro', name), 'utf8')]),
);

/** Returns all scripts that the pages of a language may load: those that a page or such a script names. */
function scriptsOf(language: Language): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const follow = (text: string): void => {
    for (const [path] of text.matchAll(/[\w./-]+\.js\b/g)) {
      const name = basename(path);
      const script = scripts.get(name);
      if (script === undefined || found.has(name)) continue;
      found.set(name, script);
      follow(script);
    }
  };
  const pages = readdirSync(join('dist', language), { recursive: true, encoding: 'utf8' });
  for (const page of pages.filter((name) => name.endsWith('.html')))
    follow(readFileSync(join('dist', language, page), 'utf8'));
  return found;
}

/** Returns the sentences of a table that can be recognized in a script: those of several words, without placeholders. */
function sentencesOf(node: unknown): readonly string[] {
  if (typeof node === 'string')
    return /^[^`\\$\n]*\w \w[^`\\$\n]*$/.test(node) && node.length > 20 ? [node] : [];
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(sentencesOf) : [];
}

const tables = (await Promise.all(wordFiles.map(([, load]) => load()))).flatMap((module) =>
  Object.values(module).filter((value) => typeof value === 'object' && value !== null),
);
const sentences = new Map(
  languages.map((language) => [
    language,
    new Set(tables.flatMap((table) => sentencesOf(Reflect.get(table, language)))),
  ]),
);

describe.each(languages)('the scripts of the pages in %s', (language) => {
  const loaded = scriptsOf(language);
  const said = (of: Language): readonly string[] =>
    [...(sentences.get(of) ?? [])].flatMap((sentence) =>
      [...loaded].filter(([, text]) => text.includes(sentence)).map(([name]) => `${name}: ${sentence}`),
    );

  it('have their sentences in that language', () => {
    expect(loaded.size).toBeGreaterThan(10);
    expect(said(language).length).toBeGreaterThan(100);
  });

  it.each(languages.filter((each) => each !== language))('have no sentence in %s', (other) => {
    expect(said(other)).toEqual([]);
  });
});
