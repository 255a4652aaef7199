import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lessonsUnderTest } from '../support/lessons.ts';

describe('terms in lessons', () => {
  const termsOf = (folder: string, language: string) =>
    [
      ...readFileSync(`src/content/lessons/${folder}/${language}.mdx`, 'utf8').matchAll(
        /<Term id="([^"]+)"/g,
      ),
    ].map(([, id = '']) => id);

  it.each(readdirSync('src/content/lessons'))('are the same in both languages of %s', (folder) => {
    expect(termsOf(folder, 'en')).toEqual(termsOf(folder, 'es'));
  });

  it('exist', () => {
    expect(lessonsUnderTest.flatMap(({ folder, language }) => termsOf(folder, language))).not.toEqual([]);
  });
});
