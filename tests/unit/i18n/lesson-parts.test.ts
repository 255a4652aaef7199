import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { questionIds, readLessonParts } from '../../../src/i18n/lesson-parts.ts';

const lessons = 'src/content/lessons';

describe('what there is to do in a lesson', () => {
  it.each(readdirSync(lessons))('is every cell of %s once, in the order of its text', (folder) => {
    const { lesson, cells, steps } = readLessonParts(folder);
    expect(lesson).toBe(folder);
    const files = readdirSync(`${lessons}/${folder}/cells`).filter((name) => name.endsWith('.ts'));
    expect(cells.toSorted()).toEqual(files.map((name) => name.replace(/\.ts$/, '')).toSorted());
    expect(steps.length > 0).toBe(folder.startsWith('00-'));
  });

  it('names questions by their ids, and tells a file that has none', () => {
    expect(questionIds({ questions: [{ id: 'a' }, { id: 'b' }] }, 'q.yaml')).toEqual(['a', 'b']);
    expect(() => questionIds({ items: [] }, 'q.yaml')).toThrow(/^q\.yaml: expected a list of questions/);
    expect(() => questionIds({ questions: [{ id: 'a' }, {}] }, 'q.yaml')).toThrow(
      'q.yaml: expected an “id” for question 2, found none.',
    );
  });
});
