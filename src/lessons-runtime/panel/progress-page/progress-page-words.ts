import { formatFor } from '../../shared/format.ts';
import type { Language } from '../../shared/language.ts';
import { defineWords } from '../../shared/words.ts';

const spanish = formatFor('es');
const english = formatFor('en');

const es = {
  count: (done: number, of: number) => `${spanish.count(done)} de ${spanish.count(of)}`,
  cellStates: {
    untouched: 'sin ejecutar',
    done: 'ejecutada',
    failed: 'acabó sin llegar al final',
    edited: 'editada',
  },
  taken: 'hecho',
  unanswered: 'sin responder',
  tries: (count: number) => `aún no: ${spanish.plural(count, 'intento', 'intentos')}`,
  solved: (tries: number) => (tries === 1 ? 'bien, a la primera' : `bien, al intento ${tries}`),
  /** For a bet that was placed after a training. */
  solvedHavingSeen: 'bien, con el entrenamiento ya visto',
  solutionSeen: { before: 'solución vista', after: 'solución vista después de resolverlo' },
  forgetNamed: (name: string) => `Borrar lo hecho en ${name}`,
  forgot: (name: string) => `Borrado lo hecho en ${name}.`,
  forgetUndone: (name: string) => `Deshecho: lo hecho en ${name} ha vuelto.`,
  forgotEverything: 'Todo tu progreso está borrado.',
  forgetEverythingUndone: 'Deshecho: todo tu progreso ha vuelto.',
  exported: (file: string) => `Guardado en el archivo ${file}.`,
  fileName: 'deshielo-progreso',
  found: (date: string, counts: readonly string[]) =>
    `El archivo es del ${date} y trae ${spanish.list(counts)}.`,
  nothing: 'nada que contar',
  edits: (count: number) => spanish.plural(count, 'celda editada', 'celdas editadas'),
  answers: (count: number) => spanish.plural(count, 'respuesta', 'respuestas'),
  trainings: (count: number) => spanish.plural(count, 'entrenamiento', 'entrenamientos'),
  drawings: (count: number) => spanish.plural(count, 'dibujo', 'dibujos'),
  noDrawings: 'ningún dibujo',
  seals: {
    fits: 'Su sello coincide: está como se exportó.',
    broken: 'Su sello no coincide: alguien cambió algo después de exportarlo.',
    none: 'No lleva sello: es de una versión anterior del curso, o no lo exportó el curso.',
  },
  merged: 'El archivo se ha unido con lo que había.',
  mergeUndone: 'Deshecho: lo que trajo el archivo ya no está.',
  replaced: 'El archivo ha sustituido lo que había.',
  replaceUndone: 'Deshecho: lo que había antes del archivo ha vuelto.',
  nameFirst: 'Escribe tu nombre: va dentro de la entrega.',
  handInName: 'deshielo-entrega',
  handedIn: (file: string, imported: number) =>
    `Entrega guardada en el archivo ${file}. Envíasela a tu docente.${
      imported === 0
        ? ''
        : ` Dice que ${spanish.plural(imported, 'intento vino', 'intentos vinieron')} de un archivo importado.`
    }`,
  /** For hand-ins of a class that could not be shown. */
  classFailed: 'No se han podido mostrar las entregas. Vuelve a cargar la página e inténtalo otra vez.',
  setAsideName: 'deshielo-apartado',
  setAsideEntry: (key: string, date: string) => `${key}, apartado el ${date}`,
  setAsideDropped: 'Lo apartado está borrado.',
  persisted: 'Este navegador ha aceptado no borrarlo por falta de sitio.',
  notPersisted: 'Este navegador podría borrarlo si le falta sitio: exporta una copia de vez en cuando.',
  keptNowhere:
    'Por eso no está aquí lo que hiciste en las lecciones. Cada lección te ofrece guardarlo en un archivo: impórtalo aquí para verlo y entregarlo.',
  readFailed:
    'El navegador no ha dejado leer lo guardado, y no se ha hecho nada. Vuelve a cargar la página e inténtalo otra vez.',
};

const en: typeof es = {
  count: (done, of) => `${english.count(done)} of ${english.count(of)}`,
  cellStates: { untouched: 'not run', done: 'run', failed: 'did not get to its end', edited: 'edited' },
  taken: 'done',
  unanswered: 'not answered',
  tries: (count) => `not yet: ${english.plural(count, 'try', 'tries')}`,
  solved: (tries) => (tries === 1 ? 'right, at the first try' : `right, at try ${tries}`),
  solvedHavingSeen: 'right, with the training already seen',
  solutionSeen: { before: 'solution seen', after: 'solution seen after solving it' },
  forgetNamed: (name) => `Clear what you did in ${name}`,
  forgot: (name) => `What you did in ${name} is cleared.`,
  forgetUndone: (name) => `Undone: what you did in ${name} is back.`,
  forgotEverything: 'All of your progress is cleared.',
  forgetEverythingUndone: 'Undone: all of your progress is back.',
  exported: (file) => `Saved to the file ${file}.`,
  fileName: 'deshielo-progress',
  found: (date, counts) => `The file is of ${date} and brings ${english.list(counts)}.`,
  nothing: 'nothing that counts',
  edits: (count) => english.plural(count, 'edited cell', 'edited cells'),
  answers: (count) => english.plural(count, 'answer', 'answers'),
  trainings: (count) => english.plural(count, 'training', 'trainings'),
  drawings: (count) => english.plural(count, 'drawing', 'drawings'),
  noDrawings: 'no drawings',
  seals: {
    fits: 'Its seal fits: it is as it was exported.',
    broken: 'Its seal does not fit: someone changed something after it was exported.',
    none: 'It has no seal: it is of an earlier version of the course, or the course did not export it.',
  },
  merged: 'The file is merged with what was here.',
  mergeUndone: 'Undone: what the file brought is gone again.',
  replaced: 'The file has replaced what was here.',
  replaceUndone: 'Undone: what was here before the file is back.',
  nameFirst: 'Write your name: it goes inside the hand-in.',
  handInName: 'deshielo-hand-in',
  handedIn: (file, imported) =>
    `Hand-in saved to the file ${file}. Send it to your teacher.${
      imported === 0
        ? ''
        : ` It says that ${english.plural(imported, 'try', 'tries')} came from an imported file.`
    }`,
  classFailed: 'The hand-ins could not be shown. Load the page again and try again.',
  setAsideName: 'deshielo-put-aside',
  setAsideEntry: (key, date) => `${key}, put aside on ${date}`,
  setAsideDropped: 'What was put aside is deleted.',
  persisted: 'This browser has agreed not to erase it for lack of space.',
  notPersisted: 'This browser may erase it if it runs short of space: export a copy from time to time.',
  keptNowhere:
    'That is why what you did in the lessons is not here. Each lesson offers to save it to a file: import that here to see it and to hand it in.',
  readFailed:
    'The browser did not let the page read what is saved, and nothing was done. Load the page again and try once more.',
};

export const progressPageWords = defineWords({ es, en });

export type ProgressPageWords = (typeof progressPageWords)[Language];
