import { readFileSync } from 'node:fs';
import type { LessonParts } from '../../lessons-runtime/build.ts';
import { firstSteps } from '../../lessons-runtime/build.ts';
import { loadQuiz } from '../quizzes/load-quiz.ts';
import { readTextParts } from './text-parts.ts';

/**
 * What there is to do in a lesson, read from its author's files while the site is built: cells, exercises and quizzes as
 * its text names them.
 * @throws {AuthoringError} where a quiz cannot be read
 */
export function readLessonParts(folder: string): LessonParts {
  const { parts } = readTextParts(readFileSync(`src/content/lessons/${folder}/es.mdx`, 'utf8'));
  const named = (component: string) =>
    parts.flatMap(({ name, attributes }) => (name === component ? (attributes.get('id') ?? []) : []));
  return {
    lesson: folder,
    steps: parts.some(({ name }) => name === 'FirstSteps') ? firstSteps : [],
    cells: named('Cell'),
    exercises: named('Exercise').map((id) => `exercise/${id}`),
    questions: named('Quiz').flatMap((id) =>
      loadQuiz(folder, id).questions.map((question) => `quiz/${id}/${question.id}`),
    ),
  };
}
