import { formatFor } from '../../shared/format.ts';
import { defineWords } from '../../shared/words.ts';

const spanish = formatFor('es');
const english = formatFor('en');

const es = {
  nothingChanged: 'No se ha cambiado nada de lo que tenías.',
  /** The types that a schema expects or finds. Others are shown unchanged. */
  schema: {
    Array: 'una lista',
    Object: 'un objeto',
    boolean: 'verdadero o falso',
    class: 'el nombre de una clase de dibujos, como butterfly',
    date: 'una fecha',
    integer: 'un número entero',
    number: 'un número',
    points: 'trazos con puntos como «12,34 15,40»',
    string: 'un texto',
    undefined: 'nada',
  },
  notJson: 'El archivo está dañado o incompleto: no se puede leer como JSON.',
  notJsonNear: (line: number) =>
    `El archivo está dañado o incompleto: no se puede leer como JSON, hacia la línea ${line}.`,
  isHandIn: 'Ese archivo es una entrega: ábrela en «Comprobar entregas».',
  notOurs: 'Ese archivo no es de Deshielo.',
  foreign: (format: string) => `Ese archivo no es lo que se pide aquí: dice ser «${format}».`,
  newer: (version: number) =>
    `El archivo es de una versión más nueva del curso (${version}). Vuelve a cargar la página para tener la última, e inténtalo otra vez.`,
  damaged: (where: string, expected: string, found: string) =>
    `El archivo está dañado en ${where}: se esperaba ${expected} y hay ${found}.`,
  tooLong: (where: string, found: number, most: number) =>
    `El archivo está dañado en ${where}: su longitud es ${spanish.count(found)} y no puede pasar de ${spanish.count(most)}.`,
  tooBig: (bytes: number) =>
    `El archivo es demasiado grande: aquí se leen archivos de hasta ${spanish.bytes(bytes)}.`,
  tooDeep: (most: number) =>
    `El archivo está dañado: tiene más de ${spanish.count(most)} listas y objetos unos dentro de otros.`,
  unreadable:
    'El navegador no puede leer el archivo: quizá lo han movido o borrado, ya no está el disco o la memoria en que estaba, o está en la nube sin descargar. Cópialo a este equipo e inténtalo otra vez.',
  failed: (message: string) =>
    `La página no ha podido leer el archivo, y puede que no sea culpa del archivo (${message}). Vuelve a cargar la página e inténtalo otra vez.`,
};

const en: typeof es = {
  nothingChanged: 'Nothing of what you had was changed.',
  schema: {
    Array: 'a list',
    Object: 'an object',
    boolean: 'true or false',
    class: 'the name of a class of drawings, such as butterfly',
    date: 'a date',
    integer: 'a whole number',
    number: 'a number',
    points: 'strokes with points such as “12,34 15,40”',
    string: 'a text',
    undefined: 'nothing',
  },
  notJson: 'The file is damaged or incomplete: it cannot be read as JSON.',
  notJsonNear: (line) => `The file is damaged or incomplete: it cannot be read as JSON, near line ${line}.`,
  isHandIn: 'That file is a hand-in: open it under “Check hand-ins”.',
  notOurs: 'That file is not one of Deshielo’s.',
  foreign: (format) => `That file is not what is asked for here: it calls itself “${format}”.`,
  newer: (version) =>
    `The file is of a newer version of the course (${version}). Load this page again to get the latest, and try again.`,
  damaged: (where, expected, found) =>
    `The file is damaged at ${where}: expected ${expected}, found ${found}.`,
  tooLong: (where, found, most) =>
    `The file is damaged at ${where}: its length is ${english.count(found)} and cannot be more than ${english.count(most)}.`,
  tooBig: (bytes) => `The file is too large: files of up to ${english.bytes(bytes)} are read here.`,
  tooDeep: (most) =>
    `The file is damaged: it has more than ${english.count(most)} lists and objects within each other.`,
  unreadable:
    'The browser cannot read the file: it may have been moved or deleted, the disk or stick that it was on may be gone, or it is in the cloud and not downloaded. Copy it to this computer and try again.',
  failed: (message) =>
    `The page could not read the file, and the file may not be to blame (${message}). Load the page again and try again.`,
};

/** The reasons for which a file is refused. */
export const fileProblemWords = defineWords({ es, en });
