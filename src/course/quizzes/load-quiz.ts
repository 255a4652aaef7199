import type { Quiz } from './quiz-schema.ts';
import { readQuiz } from './read-quiz.ts';

const files = import.meta.glob<string>('/src/content/lessons/*/quizzes/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** A lesson's quiz. The build ends here where there is no such file, or where it has a mistake. */
export function loadQuiz(lesson: string, id: string): Quiz {
  const path = `/src/content/lessons/${lesson}/quizzes/${id}.yaml`;
  const yaml = files[path];
  if (yaml === undefined) {
    throw new Error(
      `${path}: expected this file, which ${lesson} names; found none. Write it, or correct the id.`,
    );
  }
  return readQuiz(yaml, path.slice(1));
}
