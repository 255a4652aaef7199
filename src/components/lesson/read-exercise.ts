import type { ExercisePage } from '../../lessons-runtime/lesson/exercise-page.ts';
import { localizeCode } from '../../lessons-runtime/lesson/localize-code.ts';
import type { Language } from '../../lessons-runtime/shared/language.ts';
import { expectCheck, expectSolution, expectStarter } from './authored-code.ts';
import { parseFeedback } from './exercise-feedback.ts';

const files = import.meta.glob<string>('/src/content/lessons/*/exercises/*/*.{ts,yaml}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** An exercise in one language. */
export interface ExerciseSource {
  readonly title: string;
  readonly statement: string;
  readonly hints: readonly string[];
  readonly starter: string;
  readonly solution: string;
  readonly page: ExercisePage;
}

/** What an author wrote under `exercises/<id>/`. The build ends here where a file lacks, or is not as it must be. */
export function readExercise(lesson: string, id: string, language: Language): ExerciseSource {
  const folder = `/src/content/lessons/${lesson}/exercises/${id}`;
  const read = (name: string): string => {
    const text = files[`${folder}/${name}`];
    if (text !== undefined) return text;
    const found = Object.keys(files)
      .filter((file) => file.startsWith(`${folder}/`))
      .map((file) => file.slice(folder.length + 1));
    throw new Error(
      `<Exercise id="${id}" /> in ${lesson}/${language}.mdx: expected the file ${folder}/${name}, which does not exist. ` +
        `Files of this exercise: ${found.join(', ') || 'none'}. Write the file, or correct the id.`,
    );
  };
  const code = (name: string) => localizeCode(read(name), language, `${folder}/${name}`);
  const feedback = parseFeedback(read('feedback.yaml'), `${folder}/feedback.yaml`);
  expectStarter(read('starter.ts'), `${folder}/starter.ts`);
  expectSolution(read('solution.ts'), `${folder}/solution.ts`);
  expectCheck(read('check.ts'), `${folder}/check.ts`, Object.keys(feedback.messages));
  return {
    title: feedback.title[language],
    statement: feedback.statement[language],
    hints: feedback.hints.map((hint) => hint[language]),
    starter: code('starter.ts'),
    solution: code('solution.ts'),
    page: {
      check: code('check.ts'),
      messages: Object.fromEntries(
        Object.entries(feedback.messages).map(([name, { tested, says }]) => [
          name,
          { tested: tested[language], says: says[language] },
        ]),
      ),
    },
  };
}
