import { defineWords } from '../../shared/words.ts';

const es = {
  /** @param done of the exercises and questions of a lesson */
  solved: (done: number, all: number) => (done === all ? '✓ todo resuelto' : `${done} de ${all} resueltos`),
};

const en: typeof es = {
  solved: (done, all) => (done === all ? '✓ all solved' : `${done} of ${all} solved`),
};

export const lessonProgressWords = defineWords({ es, en });
