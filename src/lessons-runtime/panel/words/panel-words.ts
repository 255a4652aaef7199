import { formatFor } from '../../shared/format.ts';
import type { Language } from '../../shared/language.ts';
import { defineWords } from '../../shared/words.ts';

const es = {
  status: {
    queued: 'En cola',
    running: 'Ejecutando…',
    done: 'Hecho',
    failed: 'Error',
    stopped: 'Detenida',
  },
  startFailed:
    'No se pudo cargar TensorFlow.js. Comprueba la conexión y ejecuta la celda otra vez; no has perdido nada.',
  place: (line: number, column: number) => `línea ${line}, columna ${column}`,
  placeElsewhere: (cell: string, line: number, column: number) =>
    `celda ${cell}, línea ${line}, columna ${column}`,
  stepDone: '(hecho)',
  stepsTaken: (taken: number, all: number) =>
    taken === all
      ? `Los ${all} pasos dados: ya sabes manejar una celda.`
      : `Pasos dados: ${taken} de ${all}.`,
  notSaved: 'Este navegador no deja guardar: tus cambios se perderán al cerrar la página.',
  chooseModel: 'Elegir los archivos del modelo (.json y .bin)…',
  timeLeft: (duration: string) => `quedan ${duration}`,
};

const en: typeof es = {
  status: {
    queued: 'Queued',
    running: 'Running…',
    done: 'Done',
    failed: 'Error',
    stopped: 'Stopped',
  },
  startFailed:
    'TensorFlow.js could not be loaded. Check the connection and run the cell again; you have lost nothing.',
  place: (line, column) => `line ${line}, column ${column}`,
  placeElsewhere: (cell, line, column) => `cell ${cell}, line ${line}, column ${column}`,
  stepDone: '(done)',
  stepsTaken: (taken, all) =>
    taken === all ? `All ${all} steps taken: you can handle a cell.` : `Steps taken: ${taken} of ${all}.`,
  notSaved: 'This browser does not let the page save: your changes will be lost when it closes.',
  chooseModel: 'Choose the model’s files (.json and .bin)…',
  timeLeft: (duration) => `${duration} left`,
};

export const panelWords = defineWords({ es, en });

/** The panel's texts and formats in one language. */
export type PanelWords = ReturnType<typeof panelWordsIn>;

export function panelWordsIn(language: Language) {
  return { ...panelWords[language], format: formatFor(language), language };
}
