import { readdirSync, readFileSync } from 'node:fs';
import Ajv from 'ajv-draft-04';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { readCell } from '../../src/course/lessons/read-cell.ts';
import type { LessonText } from '../../src/downloads/lesson-download.ts';
import { lessonNotebook } from '../../src/downloads/notebook.ts';
import { lessonScript } from '../../src/downloads/script.ts';
import { languages } from '../../src/lessons-runtime/shared/language.ts';
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

  it('include a notebook that is valid according to Jupyter’s schema', () => {
    const notebook: unknown = JSON.parse(JSON.stringify(lessonNotebook(lesson)));
    validate(notebook);
    expect(validate.errors ?? []).toEqual([]);
  });

  it('have the Keras code of the cells in order, and no components', () => {
    const { cells } = lessonNotebook(lesson);
    const code = cells.filter(({ cell_type }) => cell_type === 'code').map(({ source }) => source.join(''));
    const keras = cellIds(lesson.mdx).flatMap((id) => lesson.cell(id).keras ?? []);
    expect(code).toEqual(keras);
    expect(new Set(cells.map(({ id }) => id)).size).toBe(cells.length);
    const prose = cells
      .filter(({ cell_type }) => cell_type === 'markdown')
      .map(({ source }) => source.join(''));
    // Code may have type arguments, which look like components.
    expect(prose.join('\n').replace(/```[\s\S]*?```/g, '')).not.toMatch(/<\/?[A-Z]/);
    expect(prose.join('\n').length).toBeGreaterThan(lesson.mdx.length / 2);
  });

  it('include a TypeScript file that parses and has every cell', () => {
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
    const comments = text.split('\n').filter((line) => /^\/\/ (?!\|)/.test(line));
    for (const line of comments) expect(line.length).toBeLessThanOrEqual(104);
  });
});

it('Jupyter’s schema rejects an invalid notebook', () => {
  expect(validate({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [{ cell_type: 'code' }] })).toBe(
    false,
  );
});

it('all lessons are tested in all languages', () => {
  expect(lessonsUnderTest.length).toBe(languages.length * readdirSync('src/content/lessons').length);
});
