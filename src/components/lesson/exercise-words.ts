import { defineWords } from '../../lessons-runtime/shared/words.ts';

const es = {
  exercise: 'Ejercicio',
  unanswered: 'Sin responder',
  check: 'Comprobar',
  hint: (number: number) => `Pista ${number}`,
  solution: 'Solución',
};

const en: typeof es = {
  exercise: 'Exercise',
  unanswered: 'Not answered yet',
  check: 'Check',
  hint: (number) => `Hint ${number}`,
  solution: 'Solution',
};

/** The words that an exercise puts into the page before its script comes. */
export const exerciseWords = defineWords({ es, en });
