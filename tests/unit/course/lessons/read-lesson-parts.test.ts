import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readLessonParts } from '../../../../src/course/lessons/read-lesson-parts.ts';

const lessons = 'src/content/lessons';

describe('readLessonParts', () => {
  it.each(readdirSync(lessons))('returns each cell of %s once', (folder) => {
    const { lesson, cells, steps } = readLessonParts(folder);
    expect(lesson).toBe(folder);
    const files = readdirSync(`${lessons}/${folder}/cells`).filter((name) => name.endsWith('.ts'));
    expect(cells.toSorted()).toEqual(files.map((name) => name.replace(/\.ts$/, '')).toSorted());
    expect(steps.length > 0).toBe(folder.startsWith('00-'));
  });

  it('names questions by the ids of quiz and question', () => {
    expect(readLessonParts('00-how-a-cell-works').questions[0]).toMatch(/^quiz\/first-cells\/[a-z-]+$/);
  });
});
