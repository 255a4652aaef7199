import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { lessonFaults } from '../../src/authoring/lesson-faults.ts';

const lessons = 'src/content/lessons';

it.each(readdirSync(lessons))('%s is as the build wants it', (lesson) => {
  expect(lessonFaults(`${lessons}/${lesson}`, 'src/content/glossary.yaml')).toEqual([]);
});
