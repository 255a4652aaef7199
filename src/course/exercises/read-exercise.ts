import type { ExercisePage } from '../../lessons-runtime/build.ts';
import type { Language } from '../../lessons-runtime/shared/language.ts';
import { localizeCode } from '../code/localize-code.ts';
import { missingFile } from '../diagnostics/diagnostic.ts';
import { parseFeedback } from './exercise-feedback.ts';

const files = import.meta.glob<string>('/src/content/lessons/*/exercises/*/*.{ts,yaml}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** An exercise's texts and code in one language. */
interface ExerciseSource {
  readonly title: string;
  readonly statement: string;
  readonly hints: readonly string[];
  readonly starter: string;
  readonly solution: string;
  readonly page: ExercisePage;
}

/**
 * Reads the exercise in `exercises/<id>/`, whose files `lessonDiagnostics` checks.
 * @throws {AuthoringError} if a file is missing, or if `feedback.yaml` has mistakes
 */
export function readExercise(lesson: string, id: string, language: Language): ExerciseSource {
  const folder = `/src/content/lessons/${lesson}/exercises/${id}`;
  const read = (name: string): string => {
    const text = files[`${folder}/${name}`];
    if (text === undefined) throw missingFile(`${folder}/${name}`, lesson);
    return text;
  };
  const code = (name: string) => localizeCode(read(name), language, `${folder}/${name}`);
  const feedback = parseFeedback(read('feedback.yaml'), `${folder}/feedback.yaml`);
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
