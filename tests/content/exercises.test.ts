import { describe, expect, it, vi } from 'vitest';
import { languages } from '../../src/lessons-runtime/shared/language.ts';
import { cheatsOnACompile } from '../support/attacks/grader.ts';
import { authoredExercises, cellsOf } from '../support/exercises.ts';
import { gradeHere } from '../support/graded-exercise.ts';

vi.setConfig({ testTimeout: 120_000 });

describe.each(authoredExercises)('$lesson/$id', ({ lesson, wrong, code }) => {
  const grade = (name: string, seed = 1) =>
    gradeHere({ code: code(name), check: code('check'), cells: cellsOf(lesson), seed });
  it('has no language tags left in its localized code', () => {
    for (const language of languages) {
      for (const name of ['starter', 'solution', 'check'])
        expect(code(name, language)).not.toMatch(new RegExp(`// (${languages.join('|')}):`));
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

  it.each(wrong)('answers %s with its own message', async (name) => {
    expect(await grade(`wrong/${name}`)).toMatchObject({
      stage: 'checked',
      verdict: 'incorrect',
      message: name,
    });
  });
});

describe('ready-to-finetune rejects', () => {
  const exercise = authoredExercises.find(({ id }) => id === 'ready-to-finetune');
  it.each(cheatsOnACompile)('$name', async ({ code }) => {
    if (exercise === undefined) throw new Error('no exercise ready-to-finetune');
    const graded = await gradeHere({ code, check: exercise.code('check') });
    expect(graded).toMatchObject({ stage: 'checked', verdict: 'incorrect' });
  });
});
