import { describe, expect, it } from 'vitest';
import {
  type LessonEntry,
  pairLessons,
  UnpairedLessonsError,
} from '../../../../src/course/lessons/pair-lessons.ts';

function entry(id: string, data: Partial<LessonEntry['data']> = {}): LessonEntry {
  const slug = id.replace('/', '-');
  return { id, data: { slug, order: 1, part: 'pretrained', minutes: 30, objectives: ['one'], ...data } };
}

function problemsOf(entries: readonly LessonEntry[]): readonly string[] {
  try {
    pairLessons(entries);
  } catch (error) {
    if (error instanceof UnpairedLessonsError) return error.problems;
    throw error;
  }
  return [];
}

describe('pairLessons', () => {
  it('joins the languages of each lesson, in the order of the course', () => {
    const lessons = pairLessons([
      entry('02-transfer/en', { order: 2, part: 'transfer' }),
      entry('01-pretrained/es'),
      entry('02-transfer/es', { order: 2, part: 'transfer' }),
      entry('01-pretrained/en'),
    ]);
    expect(lessons.map(({ folder, order, part }) => [folder, order, part])).toEqual([
      ['01-pretrained', 1, 'pretrained'],
      ['02-transfer', 2, 'transfer'],
    ]);
    expect(lessons[1]?.entries.en.id).toBe('02-transfer/en');
    expect(lessons[1]?.entries.es.id).toBe('02-transfer/es');
  });

  it('accepts a course without lessons', () => {
    expect(pairLessons([])).toEqual([]);
  });

  it.each([
    ['es', 'en'],
    ['en', 'es'],
  ])('rejects a lesson that exists only in %s', (present, missing) => {
    const [problem, ...more] = problemsOf([entry(`01-pretrained/${present}`)]);
    expect(more).toEqual([]);
    expect(problem).toMatch(/^01-pretrained: expected es\.mdx and en\.mdx/);
    expect(problem).toContain(`found only ${present}.mdx`);
    expect(problem).toContain(`Write ${missing}.mdx`);
  });

  it.each([
    ['order', { order: 2 }, '1 in es.mdx and 2 in en.mdx'],
    ['part', { part: 'transfer' }, 'pretrained in es.mdx and transfer in en.mdx'],
    ['minutes', { minutes: 45 }, '30 in es.mdx and 45 in en.mdx'],
    ['number of objectives', { objectives: ['one', 'two'] }, '1 in es.mdx and 2 in en.mdx'],
  ] as const)('rejects a %s that differs between languages', (field, english, found) => {
    const problems = problemsOf([entry('01-pretrained/es'), entry('01-pretrained/en', english)]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`expected the same ${field} in both languages, found ${found}`);
    expect(problems[0]).toContain('Make them equal');
  });

  it('rejects two lessons with the same order or address', () => {
    const problems = problemsOf([
      entry('a/es', { slug: 'same' }),
      entry('a/en'),
      entry('b/es', { slug: 'same' }),
      entry('b/en'),
    ]);
    expect(problems).toEqual([
      'a and b: expected order 1 in one lesson, found it in 2. Change it in all but one.',
      'a and b: expected the es slug "same" in one lesson, found it in 2. Change it in all but one.',
    ]);
  });

  it('accepts the same address in both languages of a lesson', () => {
    expect(
      problemsOf([entry('a/es', { slug: 'finetuning' }), entry('a/en', { slug: 'finetuning' })]),
    ).toEqual([]);
  });

  it('reports all problems at once', () => {
    const lone = [entry('a/es'), entry('b/en')];
    expect(() => pairLessons(lone)).toThrow(/do not pair up:\n- a: .*\n- b: /);
  });
});
