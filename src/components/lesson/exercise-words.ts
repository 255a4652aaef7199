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

/** The words of an exercise's markup; its script has others. */
export const exerciseWords = defineWords({ es, en });
