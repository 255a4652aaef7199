import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languages } from '../../src/lessons-runtime/shared/language.ts';
import { withoutLayout } from '../support/without-layout.ts';
import { slideCode, slideLines } from './slide-checklist.ts';

const lesson = (folder: string, path: string): string =>
  readFileSync(`src/content/lessons/${folder}/${path}`, 'utf8');

const withoutSpace = (text: string): string => text.replace(/\s+/g, '');

/** Splits the slides into lines of text and of code, without Markdown's markup. Continued lines of code are joined. */
function linesOf(slides: string): { readonly text: readonly string[]; readonly code: readonly string[] } {
  const [prose, code]: [string[], string[]] = [[], []];
  slides.split('```').forEach((text, place) => {
    if (place % 2 === 1)
      code.push(
        ...text
          .replace(/,\s*\n\s+/g, ', ')
          .replace(/import\s*\n/g, 'import ')
          .split('\n'),
      );
    else
      prose.push(
        ...text.split('\n').map((line) => line.replace(/^\s*- /, '').replace(/\*\*|\(\[.*\]\(.*\)\)/g, '')),
      );
  });
  const nonEmpty = (lines: readonly string[]) =>
    lines.map((line) => line.trim()).filter((line) => line !== '');
  return { text: nonEmpty(prose), code: nonEmpty(code) };
}

describe.each(Object.entries(slideLines))('%s', (folder, lines) => {
  it.each(lines)('covers “$line” in both languages', (line) => {
    for (const language of languages) expect(lesson(folder, `${language}.mdx`)).toContain(line[language]);
  });
});

describe.each(Object.entries(slideCode))('%s', (folder, lines) => {
  it.each(lines)('runs “$line”', ({ cell, python, typescript }) => {
    expect(withoutLayout(lesson(folder, `cells/${cell}.py`))).toContain(withoutLayout(python));
    expect(withoutLayout(lesson(folder, `cells/${cell}.ts`))).toContain(withoutLayout(typescript));
    for (const language of languages)
      expect(lesson(folder, `${language}.mdx`)).toContain(`<Cell id="${cell}" />`);
  });
});

describe('the slides', () => {
  const { text, code } = linesOf(readFileSync('tests/fixtures/slides/slides.txt', 'utf8'));
  const listed = Object.values(slideLines).flat();
  const listedCode = Object.values(slideCode).flat();

  it('have every line of text in the checklist', () => {
    const known = new Set(listed.map(({ line }) => line));
    expect(text.filter((line) => !known.has(line))).toEqual([]);
    expect(text.length).toBeGreaterThan(30);
  });

  it('have every line of code in the checklist', () => {
    const known = new Set(listedCode.map(({ line }) => withoutSpace(line)));
    expect(code.filter((line) => !known.has(withoutSpace(line)))).toEqual([]);
    expect(code).toHaveLength(listedCode.length);
  });

  it('contain every line of the checklist', () => {
    const lines = new Set([...text, ...code].map(withoutSpace));
    const foreign = [...listed, ...listedCode].filter(({ line }) => !lines.has(withoutSpace(line)));
    expect(foreign.map(({ line }) => line)).toEqual([]);
  });

  it('are covered by lessons that exist', () => {
    for (const folder of Object.keys(slideLines))
      expect(existsSync(`src/content/lessons/${folder}`)).toBe(true);
  });
});
