import { describe, expect, it, vi } from 'vitest';
import { languages } from '../../src/lessons-runtime/shared/language.ts';
import { cheatsOnACompile, wrongModels, wrongNumbers } from '../support/attacks/grader.ts';
import { codeTokens } from '../support/code-tokens.ts';
import { authoredExercises, cellsOf } from '../support/exercises.ts';
import { gradeHere } from '../support/graded-exercise.ts';

vi.setConfig({ testTimeout: 120_000 });

describe.each(authoredExercises)('$lesson/$id', ({ lesson, wrong, code }) => {
  const grade = (name: string, seed = 1) =>
    gradeHere({ code: code(name), check: code('check'), cells: cellsOf(lesson), seed });
  it('is the same code in both languages, but for its comments', () => {
    for (const name of ['starter', 'solution', 'check', ...wrong.map((each) => `wrong/${each}`)]) {
      for (const language of languages)
        expect(code(name, language), name).not.toMatch(new RegExp(`// (${languages.join('|')}):`));
      expect(codeTokens(code(name, 'en')).length, name).toBeGreaterThan(0);
      expect(codeTokens(code(name, 'es')), name).toEqual(codeTokens(code(name, 'en')));
    }
  });

  it.each([1, 2, 3])('accepts the solution (seed %i)', async (seed) => {
    expect(await grade('solution', seed)).toMatchObject({
      stage: 'checked',
      verdict: 'correct',
      message: 'correct',
    });
  });

  it('rejects the starter', async () => {
    expect(await grade('starter')).toMatchObject({ verdict: 'incorrect', stage: 'blanks' });
  });

  it.each(wrong)('%s is incorrect, with the message of that name', async (name) => {
    expect(await grade(`wrong/${name}`)).toMatchObject({
      stage: 'checked',
      verdict: 'incorrect',
      message: name,
    });
  });
});

describe.each([
  ['count-seats', wrongNumbers],
  ['freeze-base', wrongModels],
  ['ready-to-finetune', cheatsOnACompile],
])('%s rejects', (id, wrongAnswers) => {
  const exercise = authoredExercises.find((each) => each.id === id);
  it.each(wrongAnswers)('$name', async ({ code }) => {
    if (exercise === undefined) throw new Error(`no exercise ${id}`);
    const cells = cellsOf(exercise.lesson);
    const graded = await gradeHere({ code, check: exercise.code('check'), cells });
    expect(graded).toMatchObject({ stage: 'checked', verdict: 'incorrect' });
  });
});
