import { readFileSync } from 'node:fs';
import type { LessonParts } from '../../lessons-runtime/build.ts';
import { firstSteps } from '../../lessons-runtime/build.ts';
import { languages } from '../../lessons-runtime/shared/language.ts';
import { loadQuiz } from '../quizzes/load-quiz.ts';
import { readTextParts } from './text-parts.ts';

/**
 * Reads what a learner can do in a lesson: its first steps, cells, exercises and questions, in the order of its text.
 * All languages have the same components, so one of them is read.
 * @throws {AuthoringError} if a quiz cannot be read
 */
export function readLessonParts(folder: string): LessonParts {
  const { parts } = readTextParts(readFileSync(`src/content/lessons/${folder}/${languages[0]}.mdx`, 'utf8'));
  const idsOf = (component: string) =>
    parts.flatMap(({ name, attributes }) => (name === component ? (attributes.get('id') ?? []) : []));
  return {
    lesson: folder,
    steps: parts.some(({ name }) => name === 'FirstSteps') ? firstSteps : [],
    cells: idsOf('Cell'),
    exercises: idsOf('Exercise').map((id) => `exercise/${id}`),
    questions: idsOf('Quiz').flatMap((id) =>
      loadQuiz(folder, id).questions.map((question) => `quiz/${id}/${question.id}`),
    ),
  };
}
