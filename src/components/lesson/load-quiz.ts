import type { Quiz } from '../../quizzes/quiz-schema.ts';
import { readQuiz } from '../../quizzes/read-quiz.ts';

const files = import.meta.glob<string>('/src/content/lessons/*/quizzes/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** A lesson's quiz. The build ends here where there is no such file, or where it has a mistake. */
export function loadQuiz(lesson: string, id: string): Quiz {
  const folder = `/src/content/lessons/${lesson}/quizzes/`;
  const path = `${folder}${id}.yaml`;
  const yaml = files[path];
  if (yaml === undefined) {
    const known = Object.keys(files)
      .filter((file) => file.startsWith(folder))
      .map((file) => file.slice(folder.length, -'.yaml'.length));
    throw new Error(
      `<Quiz id="${id}" /> in ${lesson}: expected the file ${path}, which does not exist. ` +
        `Quizzes of this lesson: ${known.join(', ') || 'none'}. Write the file, or correct the id.`,
    );
  }
  return readQuiz(yaml, path.slice(1));
}
