import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { firstSteps } from '../lessons-runtime/lesson/first-steps.ts';
import type { LessonParts } from '../lessons-runtime/lesson/lesson-parts.ts';

const lessonsFolder = 'src/content/lessons';

/**
 * What there is to do in a lesson, read from its author's files while the site is built: cells, exercises and quizzes as
 * its text names them.
 * @throws where a quiz's file is missing, or has a question without a name
 */
export function readLessonParts(folder: string): LessonParts {
  const text = readFileSync(`${lessonsFolder}/${folder}/es.mdx`, 'utf8');
  const named = (component: string) =>
    [...text.matchAll(new RegExp(`<${component} id="([^"]+)"`, 'g'))].map(([, id = '']) => id);
  return {
    lesson: folder,
    steps: text.includes('<FirstSteps') ? firstSteps : [],
    cells: named('Cell'),
    exercises: named('Exercise').map((id) => `exercise/${id}`),
    questions: named('Quiz').flatMap((id) => {
      const file = `${lessonsFolder}/${folder}/quizzes/${id}.yaml`;
      return questionIds(parse(readFileSync(file, 'utf8')), file).map((question) => `quiz/${id}/${question}`);
    }),
  };
}

/** @param quiz what a quiz's file holds: `questions`, each with an `id` */
export function questionIds(quiz: unknown, file: string): readonly string[] {
  const questions: unknown =
    typeof quiz === 'object' && quiz !== null ? Reflect.get(quiz, 'questions') : null;
  if (!Array.isArray(questions)) {
    throw new Error(`${file}: expected a list of questions under “questions”, found ${typeof questions}.`);
  }
  return questions.map((question: unknown, place) => {
    const id: unknown =
      typeof question === 'object' && question !== null ? Reflect.get(question, 'id') : null;
    if (typeof id === 'string') return id;
    throw new Error(`${file}: expected an “id” for question ${place + 1}, found none.`);
  });
}
