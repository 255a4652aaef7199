import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { slideCode, slideLines } from './slide-checklist.ts';

const lesson = (folder: string, path: string): string =>
  readFileSync(`src/content/lessons/${folder}/${path}`, 'utf8');

const withoutSpace = (text: string): string => text.replace(/\s+/g, '');

/** The slides' lines, less the marks of a list, of a link or of bold; code that goes on in the next line is one. */
function linesOf(slides: string): { readonly said: readonly string[]; readonly code: readonly string[] } {
  const [said, code]: [string[], string[]] = [[], []];
  slides.split('```').forEach((text, place) => {
    if (place % 2 === 1)
      code.push(
        ...text
          .replace(/,\s*\n\s+/g, ', ')
          .replace(/import\s*\n/g, 'import ')
          .split('\n'),
      );
    else
      said.push(
        ...text.split('\n').map((line) => line.replace(/^\s*- /, '').replace(/\*\*|\(\[.*\]\(.*\)\)/g, '')),
      );
  });
  const filled = (lines: readonly string[]) => lines.map((line) => line.trim()).filter((line) => line !== '');
  return { said: filled(said), code: filled(code) };
}

describe.each(Object.entries(slideLines))('%s', (folder, lines) => {
  it.each(lines)('says “$line” in both languages', ({ es, en }) => {
    expect(lesson(folder, 'es.mdx')).toContain(es);
    expect(lesson(folder, 'en.mdx')).toContain(en);
  });
});

describe.each(Object.entries(slideCode))('%s', (folder, lines) => {
  it.each(lines)('runs “$line”', ({ cell, python, typescript }) => {
    expect(lesson(folder, `cells/${cell}.py`)).toContain(python);
    expect(lesson(folder, `cells/${cell}.ts`)).toContain(typescript);
    for (const page of ['es.mdx', 'en.mdx']) expect(lesson(folder, page)).toContain(`<Cell id="${cell}" />`);
  });
});

describe('the slides', () => {
  const { said, code } = linesOf(readFileSync('tests/fixtures/slides/slides.txt', 'utf8'));
  const listed = Object.values(slideLines).flat();
  const listedCode = Object.values(slideCode).flat();

  it('have every line in the checklist', () => {
    const known = new Set(listed.map(({ line }) => line));
    expect(said.filter((line) => !known.has(line))).toEqual([]);
    expect(said.length).toBeGreaterThan(30);
  });

  it('have every line of code in the checklist', () => {
    const known = new Set(listedCode.map(({ line }) => withoutSpace(line)));
    expect(code.filter((line) => !known.has(withoutSpace(line)))).toEqual([]);
    expect(code).toHaveLength(listedCode.length);
  });

  it('have in the checklist nothing that is not theirs', () => {
    const theirs = new Set([...said, ...code].map(withoutSpace));
    const foreign = [...listed, ...listedCode].filter(({ line }) => !theirs.has(withoutSpace(line)));
    expect(foreign.map(({ line }) => line)).toEqual([]);
  });

  it('are taught in lessons that exist', () => {
    for (const folder of Object.keys(slideLines))
      expect(existsSync(`src/content/lessons/${folder}`)).toBe(true);
  });
});
