import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { lessonDiagnostics } from '../../src/course/lessons/lesson-diagnostics.ts';

const lessons = 'src/content/lessons';

it.each(readdirSync(lessons))('%s has no mistakes', (lesson) => {
  expect(lessonDiagnostics(`${lessons}/${lesson}`, 'src/content/glossary.yaml')).toEqual([]);
});
