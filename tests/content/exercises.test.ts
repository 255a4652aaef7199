import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { parseFeedback } from '../../src/components/lesson/exercise-feedback.ts';
import { languages } from '../../src/lessons-runtime/shared/language.ts';
import { cheatsOnACompile } from '../support/attacks/grader.ts';
import { authoredExercises, cellsOf } from '../support/exercises.ts';
import { gradeHere } from '../support/graded-exercise.ts';

vi.setConfig({ testTimeout: 120_000 });

const lessons = 'src/content/lessons';

describe.each(authoredExercises)('$lesson/$id', ({ lesson, folder, wrong, code }) => {
  const grade = (name: string, seed = 1) =>
    gradeHere({ code: code(name), check: code('check'), cells: cellsOf(lesson), seed });
  const { messages } = parseFeedback(
    readFileSync(`${folder}/feedback.yaml`, 'utf8'),
    `${folder}/feedback.yaml`,
  );

  it('has at least two wrong answers, each with a message of its own', () => {
    expect(wrong.length).toBeGreaterThanOrEqual(2);
    expect(Object.keys(messages)).toEqual(expect.arrayContaining([...wrong]));
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

describe('ready-to-finetune is not taken in by', () => {
  const exercise = authoredExercises.find(({ id }) => id === 'ready-to-finetune');
  it.each(cheatsOnACompile)('$name', async ({ code }) => {
    if (exercise === undefined) throw new Error('there is no such exercise');
    const graded = await gradeHere({ code, check: exercise.code('check') });
    expect(graded).toMatchObject({ stage: 'right', verdict: 'incorrect' });
  });
});

it.each(readdirSync(lessons).sort())('%s has exercises on its page, all of them and no others', (lesson) => {
  for (const language of languages) {
    const page = readFileSync(`${lessons}/${lesson}/${language}.mdx`, 'utf8');
    const named = [...page.matchAll(/<Exercise id="([^"]+)" \/>/g)].map(([, id]) => id);
    expect(named.toSorted()).toEqual(
      authoredExercises
        .filter((each) => each.lesson === lesson)
        .map(({ id }) => id)
        .toSorted(),
    );
  }
});
