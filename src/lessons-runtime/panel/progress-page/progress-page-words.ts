import type { Language } from '../../shared/language.ts';

export interface ProgressPageWords {
  readonly count: (done: number, of: number) => string;
  readonly cellStates: {
    readonly untouched: string;
    readonly done: string;
    readonly failed: string;
    readonly edited: string;
  };
  readonly taken: string;
  readonly unanswered: string;
  readonly tries: (count: number) => string;
  readonly solved: (tries: number) => string;
  readonly solutionSeen: string;
  readonly forgetNamed: (name: string) => string;
  readonly forgot: (name: string) => string;
  readonly forgotEverything: string;
  readonly undone: string;
  readonly exported: (file: string) => string;
  readonly fileName: string;
  readonly found: (date: string, counts: readonly string[]) => string;
  readonly nothing: string;
  readonly edits: (count: number) => string;
  readonly answers: (count: number) => string;
  readonly trainings: (count: number) => string;
  readonly merged: string;
  readonly replaced: string;
  readonly nameFirst: string;
  readonly handInName: string;
  readonly handedIn: (file: string) => string;
  readonly untouched: string;
  readonly touched: string;
  readonly madeBy: (name: string, date: string) => string;
  readonly scored: (lesson: string, counts: string) => string;
  readonly kinds: Readonly<Record<'steps' | 'cells' | 'exercises' | 'questions', string>>;
  readonly asideName: string;
  readonly asideEntry: (place: string, date: string) => string;
  readonly asideDropped: string;
  readonly persisted: string;
  readonly notPersisted: string;
  readonly failed: string;
}

const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

export const progressPageWords: Readonly<Record<Language, ProgressPageWords>> = {
  es: {
    count: (done, of) => `${done} de ${of}`,
    cellStates: {
      untouched: 'sin ejecutar',
      done: 'ejecutada',
      failed: 'acabó sin llegar al final',
      edited: 'editada',
    },
    taken: 'hecho',
    unanswered: 'sin responder',
    tries: (count) => `aún no: ${many(count, 'intento', 'intentos')}`,
    solved: (tries) => (tries === 1 ? 'bien, a la primera' : `bien, al intento ${tries}`),
    solutionSeen: 'solución vista',
    forgetNamed: (name) => `Borrar lo hecho en ${name}`,
    forgot: (name) => `Borrado lo hecho en ${name}.`,
    forgotEverything: 'Todo tu progreso está borrado.',
    undone: 'Deshecho: todo está como antes.',
    exported: (file) => `Guardado en el archivo ${file}.`,
    fileName: 'deshielo-progreso',
    found: (date, counts) => `El archivo es del ${date} y trae ${counts.join(', ')}.`,
    nothing: 'nada que contar',
    edits: (count) => many(count, 'celda editada', 'celdas editadas'),
    answers: (count) => many(count, 'respuesta', 'respuestas'),
    trainings: (count) => many(count, 'entrenamiento', 'entrenamientos'),
    merged: 'El archivo se ha unido con lo que había.',
    replaced: 'El archivo ha sustituido lo que había.',
    nameFirst: 'Escribe tu nombre: va dentro de la entrega.',
    handInName: 'deshielo-entrega',
    handedIn: (file) => `Entrega guardada en el archivo ${file}. Envíasela a tu docente.`,
    untouched: 'El sello coincide: la entrega está como se hizo.',
    touched: 'El sello no coincide: alguien cambió algo después de hacerse la entrega.',
    madeBy: (name, date) => `De ${name}, hecha el ${date}.`,
    scored: (lesson, counts) => `${lesson}: ${counts}`,
    kinds: { steps: 'primeros pasos', cells: 'celdas', exercises: 'ejercicios', questions: 'preguntas' },
    asideName: 'deshielo-apartado',
    asideEntry: (place, date) => `${place}, apartado el ${date}`,
    asideDropped: 'Lo apartado está borrado.',
    persisted: 'Este navegador ha aceptado no borrarlo por falta de sitio.',
    notPersisted: 'Este navegador podría borrarlo si le falta sitio: exporta una copia de vez en cuando.',
    failed: 'No se pudo guardar el cambio: todo está como antes.',
  },
  en: {
    count: (done, of) => `${done} of ${of}`,
    cellStates: { untouched: 'not run', done: 'run', failed: 'did not get to its end', edited: 'edited' },
    taken: 'done',
    unanswered: 'not answered',
    tries: (count) => `not yet: ${many(count, 'try', 'tries')}`,
    solved: (tries) => (tries === 1 ? 'right, at the first try' : `right, at try ${tries}`),
    solutionSeen: 'solution seen',
    forgetNamed: (name) => `Clear what you did in ${name}`,
    forgot: (name) => `What you did in ${name} is cleared.`,
    forgotEverything: 'All of your progress is cleared.',
    undone: 'Undone: everything is as before.',
    exported: (file) => `Saved to the file ${file}.`,
    fileName: 'deshielo-progress',
    found: (date, counts) => `The file is of ${date} and brings ${counts.join(', ')}.`,
    nothing: 'nothing that counts',
    edits: (count) => many(count, 'edited cell', 'edited cells'),
    answers: (count) => many(count, 'answer', 'answers'),
    trainings: (count) => many(count, 'training', 'trainings'),
    merged: 'The file is merged with what was here.',
    replaced: 'The file has replaced what was here.',
    nameFirst: 'Write your name: it goes inside the hand-in.',
    handInName: 'deshielo-hand-in',
    handedIn: (file) => `Hand-in saved to the file ${file}. Send it to your teacher.`,
    untouched: 'The seal holds: the hand-in is as it was made.',
    touched: 'The seal does not hold: someone changed something after the hand-in was made.',
    madeBy: (name, date) => `By ${name}, made on ${date}.`,
    scored: (lesson, counts) => `${lesson}: ${counts}`,
    kinds: { steps: 'first steps', cells: 'cells', exercises: 'exercises', questions: 'questions' },
    asideName: 'deshielo-put-aside',
    asideEntry: (place, date) => `${place}, put aside on ${date}`,
    asideDropped: 'What was put aside is deleted.',
    persisted: 'This browser has agreed not to erase it for lack of space.',
    notPersisted: 'This browser may erase it if it runs short of space: export a copy from time to time.',
    failed: 'The change could not be saved: everything is as before.',
  },
};
