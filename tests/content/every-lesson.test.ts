import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileCell } from '../../src/lessons-runtime/compile/compile-cell.ts';
import { codeTokens } from '../support/code-tokens.ts';
import { cellsOf } from '../support/exercises.ts';

const lessons = 'src/content/lessons';
const folders = readdirSync(lessons).sort();

function body(page: string): string {
  return page.replace(/^---\n[\s\S]*?\n---\n/, '');
}

/**
 * Returns the structure of a lesson's text: one entry for each block, such as "h2", "item", "text", "<Question>" or
 * `<Cell id="top-k" />`.
 */
function outline(page: string): string[] {
  return body(page)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      if (line.startsWith('<')) return line;
      if (line.startsWith('|')) return `row of ${line.split('|').length - 2}`;
      const heading = /^#+/.exec(line);
      if (heading !== null) return `h${heading[0].length}`;
      return line.startsWith('- ') ? 'item' : 'text';
    });
}

function codeIn(page: string): string[] {
  return body(page).match(/```[\s\S]*?```|`[^`]+`/g) ?? [];
}

/** Returns the numbers in a text, without thousands separators and with a decimal point. */
function numbersIn(page: string): string[] {
  return (
    body(page)
      .replace(/(?<=[1-9][\d\u00a0,]*)[\u00a0,](?=\d{3}(?!\d))/g, '')
      .replace(/(?<=\d),(?=\d)/g, '.')
      .match(/\d+(?:\.\d+)?/g) ?? []
  );
}

describe.each(folders)('%s', (folder) => {
  const read = (path: string): string => readFileSync(`${lessons}/${folder}/${path}`, 'utf8');
  const es = read('es.mdx');
  const en = read('en.mdx');
  const cellFiles = readdirSync(`${lessons}/${folder}/cells`);

  it('has the same structure in both languages', () => {
    expect(outline(en)).toEqual(outline(es));
  });

  it('has the same code and numbers in both languages', () => {
    expect(codeIn(en)).toEqual(codeIn(es));
    expect(numbersIn(en)).toEqual(numbersIn(es));
  });

  it('asks at least two questions and answers each', () => {
    const count = (mark: string) => outline(es).filter((part) => part === mark).length;
    expect(count('<Question>')).toBeGreaterThanOrEqual(2);
    for (const mark of ['</Question>', '<Answer>', '</Answer>']) {
      expect(count(mark)).toBe(count('<Question>'));
    }
  });

  it('draws at least two of the ideas that it explains, unless it is about cells or the learner’s own photos', () => {
    const figures = es.match(/^<(?:\w+Figure|ConvolutionStepper|FeaturePath|TransferMap)\b/gm) ?? [];
    expect(figures.length).toBeGreaterThanOrEqual(/^0[05]/.test(folder) ? 0 : 2);
  });

  it('has the same number of objectives in both languages', () => {
    const objectives = (page: string) => page.match(/^ {2}- /gm)?.length ?? 0;
    expect(objectives(es)).toBeGreaterThan(0);
    expect(objectives(en)).toBe(objectives(es));
  });

  const english = new Map(cellsOf(folder, 'en').map(({ id, source }) => [id, source]));

  it.each(cellsOf(folder, 'es'))('$id compiles to the same code in both languages', ({ id, source }) => {
    const other = english.get(id) ?? '';
    const compiled = [source, other].map((text) => compileCell(text, { name: id, run: 1 }));
    expect(compiled).toEqual([expect.objectContaining({ ok: true }), expect.objectContaining({ ok: true })]);
    expect(codeTokens(other).length).toBeGreaterThan(0);
    expect(codeTokens(other)).toEqual(codeTokens(source));
  });

  it.each(cellFiles)('%s has each comment in both languages, Spanish first', (file) => {
    const mark = file.endsWith('.py') ? '#' : '//';
    const lines = read(`cells/${file}`).split('\n');
    for (const [position, line] of lines.entries()) {
      const code = line.trim();
      if (!code.includes(`${mark} `)) continue;
      if (code.startsWith(`${mark} en: `)) {
        expect(lines[position - 1]?.trim()).toMatch(new RegExp(`^${mark} es: \\S`));
      } else if (code.startsWith(`${mark} es: `)) {
        expect(lines[position + 1]?.trim()).toMatch(new RegExp(`^${mark} en: \\S`));
      } else {
        expect(code).toMatch(new RegExp(`\\S +${mark} es: \\S.* ${mark} en: \\S.*$`));
      }
    }
  });
});
