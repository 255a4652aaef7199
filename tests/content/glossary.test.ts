import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { languages } from '../../src/lessons-runtime/shared/language.ts';
import { lessonsUnderTest } from '../support/lessons.ts';

type Entry = Readonly<Record<'es' | 'en', { readonly term: string; readonly definition: string }>>;
const glossary = parse(readFileSync('src/content/glossary.yaml', 'utf8')) as Readonly<Record<string, Entry>>;

describe('the glossary', () => {
  it.each(languages)('has a term once, each explained in a card’s length (%s)', (language) => {
    const entries = Object.values(glossary).map((entry) => entry[language]);
    expect(new Set(entries.map(({ term }) => term.toLowerCase())).size).toBe(entries.length);
    for (const { term, definition } of entries) {
      expect(definition.length, term).toBeGreaterThan(40);
      expect(definition.length, term).toBeLessThanOrEqual(200);
      expect(definition.charAt(0), term).toBe(definition.charAt(0).toUpperCase());
    }
  });

  it('does not say the same in both languages', () => {
    for (const [id, { es, en }] of Object.entries(glossary))
      expect(es.definition, id).not.toBe(en.definition);
  });
});

describe('terms in lessons', () => {
  const termsOf = (folder: string, language: string) =>
    [
      ...readFileSync(`src/content/lessons/${folder}/${language}.mdx`, 'utf8').matchAll(
        /<Term id="([^"]+)"/g,
      ),
    ].map(([, id = '']) => id);

  it.each(readdirSync('src/content/lessons'))('%s explains the same words in both languages', (folder) => {
    expect(termsOf(folder, 'en')).toEqual(termsOf(folder, 'es'));
  });

  it('are in the glossary', () => {
    const used = lessonsUnderTest.flatMap(({ folder, language }) => termsOf(folder, language));
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((id) => !(id in glossary))).toEqual([]);
  });
});
