import type { Language } from '../../lessons-runtime/shared/language.ts';

interface ExerciseLabels {
  readonly exercise: string;
  readonly unanswered: string;
  readonly check: string;
  readonly hint: (number: number) => string;
  readonly solution: string;
}

/** The words that an exercise puts into the page before its script comes. */
export const exerciseLabels: Readonly<Record<Language, ExerciseLabels>> = {
  es: {
    exercise: 'Ejercicio',
    unanswered: 'Sin responder',
    check: 'Comprobar',
    hint: (number) => `Pista ${number}`,
    solution: 'Solución',
  },
  en: {
    exercise: 'Exercise',
    unanswered: 'Not answered yet',
    check: 'Check',
    hint: (number) => `Hint ${number}`,
    solution: 'Solution',
  },
};
