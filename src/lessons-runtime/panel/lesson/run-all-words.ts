import { defineWords } from '../../shared/words.ts';

const es = {
  started: (count: number) => `Ejecutando las ${count} celdas…`,
  running: (number: number, count: number, cell: string) => `Va por la ${number} de ${count}: ${cell}`,
  done: (count: number) => `Hechas las ${count} celdas.`,
  failed: (cell: string) => `${cell}: Error.`,
  stopped: (cell: string) => `${cell}: Detenida.`,
  rest: 'Las siguientes no se han ejecutado.',
};

const en: typeof es = {
  started: (count) => `Running all ${count} cells…`,
  running: (number, count, cell) => `At ${number} of ${count}: ${cell}`,
  done: (count) => `All ${count} cells done.`,
  failed: (cell) => `${cell}: Error.`,
  stopped: (cell) => `${cell}: Stopped.`,
  rest: 'The cells after it were not run.',
};

export const runAllWords = defineWords({ es, en });
