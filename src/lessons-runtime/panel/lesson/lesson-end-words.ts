import { defineWords } from '../../shared/words.ts';

const es = {
  /** What is said about all exercises and questions of a lesson. */
  said: (done: number, all: number) =>
    done === all
      ? 'Has resuelto todos los ejercicios y preguntas de esta lección.'
      : `Has resuelto ${done} de ${all} ejercicios y preguntas. Falta lo que no está marcado.`,
  /** What is said about an exercise, or about a quiz with several questions. */
  state: (done: number, all: number) => (done === all ? '(hecho)' : done === 0 ? '' : `(${done} de ${all})`),
};

const en: typeof es = {
  said: (done, all) =>
    done === all
      ? 'You have solved all exercises and questions of this lesson.'
      : `You have solved ${done} of ${all} exercises and questions. What is not ticked is still to do.`,
  state: (done, all) => (done === all ? '(done)' : done === 0 ? '' : `(${done} of ${all})`),
};

export const lessonEndWords = defineWords({ es, en });
