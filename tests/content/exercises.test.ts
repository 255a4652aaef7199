import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { parseFeedback } from '../../src/components/lesson/exercise-feedback.ts';
import { localizeCode } from '../../src/lessons-runtime/lesson/localize-code.ts';
import { languages } from '../../src/lessons-runtime/shared/language.ts';
import { gradeHere } from '../support/graded-exercise.ts';

vi.setConfig({ testTimeout: 120_000 });

const lessons = 'src/content/lessons';

function filesIn(folder: string, ending: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .sort();
}

function cellsOf(lesson: string) {
  return filesIn(`${lessons}/${lesson}/cells`, '.ts').map((id) => {
    const file = `${lessons}/${lesson}/cells/${id}.ts`;
    return { id, source: localizeCode(readFileSync(file, 'utf8'), 'en', file) };
  });
}

const exercises = readdirSync(lessons)
  .sort()
  .flatMap((lesson) => {
    const folder = `${lessons}/${lesson}/exercises`;
    return existsSync(folder)
      ? readdirSync(folder).map((id) => ({ lesson, id, folder: `${folder}/${id}` }))
      : [];
  });

describe.each(exercises)('$lesson/$id', ({ lesson, folder }) => {
  const code = (name: string, language: (typeof languages)[number] = 'en') =>
    localizeCode(readFileSync(`${folder}/${name}.ts`, 'utf8'), language, `${folder}/${name}.ts`);
  const grade = (name: string, seed = 1) =>
    gradeHere({ code: code(name), check: code('check'), cells: cellsOf(lesson), seed });
  const wrong = filesIn(`${folder}/wrong`, '.ts');
  const { messages } = parseFeedback(
    readFileSync(`${folder}/feedback.yaml`, 'utf8'),
    `${folder}/feedback.yaml`,
  );

  it('has at least two wrong answers, each with a message of its own', () => {
    expect(wrong.length).toBeGreaterThanOrEqual(2);
    expect(Object.keys(messages)).toEqual(expect.arrayContaining(wrong));
  });

  it('can be read in both languages', () => {
    for (const language of languages) {
      for (const name of ['starter', 'solution', 'check'])
        expect(code(name, language)).not.toMatch(/\/\/ (es|en):/);
    }
  });

  it.each([1, 2, 3])('the solution passes (seed %i)', async (seed) => {
    expect(await grade('solution', seed)).toMatchObject({
      stage: 'right',
      verdict: 'correct',
      message: 'correct',
    });
  });

  it('the starter fails', async () => {
    expect(await grade('starter')).toMatchObject({ verdict: 'incorrect', stage: 'blanks' });
  });

  it.each(wrong)('%s gets its own message', async (name) => {
    expect(await grade(`wrong/${name}`)).toMatchObject({
      stage: 'right',
      verdict: 'incorrect',
      message: name,
    });
  });
});

it.each(readdirSync(lessons).sort())('%s has exercises on its page, all of them and no others', (lesson) => {
  for (const language of languages) {
    const page = readFileSync(`${lessons}/${lesson}/${language}.mdx`, 'utf8');
    const named = [...page.matchAll(/<Exercise id="([^"]+)" \/>/g)].map(([, id]) => id);
    expect(named.toSorted()).toEqual(
      exercises
        .filter((each) => each.lesson === lesson)
        .map(({ id }) => id)
        .toSorted(),
    );
  }
});
