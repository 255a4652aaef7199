import { missingFile } from '../diagnostics/diagnostic.ts';
import type { Quiz } from './quiz-schema.ts';
import { readQuiz } from './read-quiz.ts';

const files = import.meta.glob<string>('/src/content/lessons/*/quizzes/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/**
 * Reads a quiz of a lesson.
 * @throws {AuthoringError} if its file does not exist or has mistakes
 */
export function loadQuiz(lesson: string, id: string): Quiz {
  const path = `/src/content/lessons/${lesson}/quizzes/${id}.yaml`;
  const yaml = files[path];
  if (yaml === undefined) throw missingFile(path, lesson);
  return readQuiz(yaml, path.slice(1));
}
