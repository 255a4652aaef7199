import { readdirSync, readFileSync } from 'node:fs';
import Ajv from 'ajv-draft-04';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { readCell } from '../../src/course/lessons/read-cell.ts';
import type { LessonText } from '../../src/downloads/lesson-download.ts';
import { lessonNotebook } from '../../src/downloads/notebook.ts';
import { lessonScript } from '../../src/downloads/script.ts';
import { type LessonUnderTest, lessonsUnderTest } from '../support/lessons.ts';

const schema: unknown = JSON.parse(readFileSync('tests/fixtures/nbformat/nbformat.v4.5.schema.json', 'utf8'));
const validate = new Ajv({ strict: false }).compile(schema as object);

function lessonText({ folder, language }: LessonUnderTest): LessonText {
  const source = readFileSync(`src/content/lessons/${folder}/${language}.mdx`, 'utf8');
  const [, matter = '', mdx = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(source) ?? [];
  const field = (name: string) => new RegExp(`^${name}: *(.*)$`, 'm').exec(matter)?.[1] ?? '';
  return {
    language,
    title: field('title'),
    description: field('description'),
    objectives: ['one'],
    mdx,
    cell: (id) => readCell(folder, id, language),
  };
}

const cellIds = (mdx: string) => [...mdx.matchAll(/<Cell id="([^"]+)"/g)].map(([, id = '']) => id);

describe.each(
  lessonsUnderTest.map((lesson) => [`${lesson.folder}, ${lesson.language}`, lesson] as const),
)('the downloads of %s', (_, under) => {
  const lesson = lessonText(under);

  it('are a notebook that the format’s own schema takes', () => {
    const notebook: unknown = JSON.parse(JSON.stringify(lessonNotebook(lesson)));
    validate(notebook);
    expect(validate.errors ?? []).toEqual([]);
  });

  it('have the Keras twins as code to run, in order, and no markup of the page', () => {
    const { cells } = lessonNotebook(lesson);
    const code = cells.filter(({ cell_type }) => cell_type === 'code').map(({ source }) => source.join(''));
    const twins = cellIds(lesson.mdx).flatMap((id) => lesson.cell(id).keras ?? []);
    expect(code).toEqual(twins);
    expect(new Set(cells.map(({ id }) => id)).size).toBe(cells.length);
    const prose = cells
      .filter(({ cell_type }) => cell_type === 'markdown')
      .map(({ source }) => source.join(''));
    // A type's argument in a cell's code is no markup.
    expect(prose.join('\n').replace(/```[\s\S]*?```/g, '')).not.toMatch(/<\/?[A-Z]/);
    expect(prose.join('\n').length).toBeGreaterThan(lesson.mdx.length / 2);
  });

  it('have every cell in the TypeScript file, which parses', () => {
    const text = lessonScript(lesson);
    const { parseDiagnostics } = ts.createSourceFile(
      'l.ts',
      text,
      ts.ScriptTarget.Latest,
    ) as ts.SourceFile & {
      readonly parseDiagnostics: readonly ts.Diagnostic[];
    };
    expect(parseDiagnostics.map(({ messageText }) => messageText)).toEqual([]);
    let from = 0;
    for (const id of cellIds(lesson.mdx)) {
      const at = text.indexOf(lesson.cell(id).typescript, from);
      expect(at, id).toBeGreaterThan(from);
      from = at;
    }
    const longest = text.split('\n').filter((line) => /^\/\/ (?!\|)/.test(line));
    for (const line of longest) expect(line.length).toBeLessThanOrEqual(104);
  });
});

it('the schema refuses what is no notebook', () => {
  expect(validate({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [{ cell_type: 'code' }] })).toBe(
    false,
  );
});

it('lessons are there to be tested', () => {
  expect(lessonsUnderTest.length).toBe(2 * readdirSync('src/content/lessons').length);
});
