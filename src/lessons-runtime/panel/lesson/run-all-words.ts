import { defineWords } from '../../shared/words.ts';

const es = {
  began: (count: number) => `Ejecutando las ${count} celdas…`,
  at: (place: number, count: number, cell: string) => `Va por la ${place} de ${count}: ${cell}`,
  done: (count: number) => `Hechas las ${count} celdas.`,
  failed: (cell: string) => `${cell}: Error.`,
  stopped: (cell: string) => `${cell}: Detenida.`,
  rest: 'Las siguientes no se han ejecutado.',
};

const en: typeof es = {
  began: (count) => `Running all ${count} cells…`,
  at: (place, count, cell) => `At ${place} of ${count}: ${cell}`,
  done: (count) => `All ${count} cells done.`,
  failed: (cell) => `${cell}: Error.`,
  stopped: (cell) => `${cell}: Stopped.`,
  rest: 'The cells after it were not run.',
};

export const runAllWords = defineWords({ es, en });
