import type { FileProblem } from '../../progress/files/file-problem.ts';
import { handInFormat } from '../../progress/files/formats.ts';
import type { Language } from '../../shared/language.ts';

/** Why a file was refused, and where its fault is. Whatever it says, nothing was changed. */
export function fileProblemText(problem: FileProblem, language: Language): string {
  return `${faultReason(problem, language)} ${nothingChanged[language]}`;
}

/** Why a file was refused, and where its fault is. */
export function faultReason(problem: FileProblem, language: Language): string {
  return language === 'es' ? inSpanish(problem) : inEnglish(problem);
}

const nothingChanged: Readonly<Record<Language, string>> = {
  es: 'No se ha cambiado nada de lo que tenías.',
  en: 'Nothing of what you had was changed.',
};

/** What a schema expects or finds; what is not here stands as it is. */
const schemaWords: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  Array: { es: 'una lista', en: 'a list' },
  Object: { es: 'un objeto', en: 'an object' },
  boolean: { es: 'verdadero o falso', en: 'true or false' },
  date: { es: 'una fecha', en: 'a date' },
  integer: { es: 'un número entero', en: 'a whole number' },
  number: { es: 'un número', en: 'a number' },
  string: { es: 'un texto', en: 'a text' },
  undefined: { es: 'nada', en: 'nothing' },
};

function schemaWord(found: string, language: Language): string {
  return Object.hasOwn(schemaWords, found) ? (schemaWords[found]?.[language] ?? found) : found;
}

function inSpanish(problem: FileProblem): string {
  const number = (value: number) => value.toLocaleString('es');
  switch (problem.kind) {
    case 'notJson': {
      const line = problem.line === null ? '' : `, hacia la línea ${problem.line}`;
      return `El archivo está dañado o incompleto: no se puede leer como JSON${line}.`;
    }
    case 'foreign':
      if (problem.format === handInFormat)
        return 'Ese archivo es una entrega: ábrela en «Comprobar entregas».';
      return problem.format === ''
        ? 'Ese archivo no es de Deshielo.'
        : `Ese archivo no es lo que se pide aquí: dice ser «${problem.format}».`;
    case 'newer':
      return `El archivo es de una versión más nueva del curso (${problem.version}). Vuelve a cargar la página para tener la última, e inténtalo otra vez.`;
    case 'damaged':
      return `El archivo está dañado en ${problem.where}: se esperaba ${schemaWord(problem.expected, 'es')} y hay ${schemaWord(problem.found, 'es')}.`;
    case 'tooLong':
      return `El archivo está dañado en ${problem.where}: su longitud es ${number(problem.found)} y no puede pasar de ${number(problem.most)}.`;
    case 'tooBig':
      return `El archivo es demasiado grande: aquí se leen archivos de hasta ${number(problem.most / 1e6)} MB.`;
    case 'tooDeep':
      return `El archivo está dañado: tiene más de ${problem.most} listas y objetos unos dentro de otros.`;
    case 'unreadable':
      return 'El navegador no puede leer el archivo: quizá lo han movido o borrado, ya no está el disco o la memoria en que estaba, o está en la nube sin descargar. Cópialo a este equipo e inténtalo otra vez.';
    case 'failed':
      return `La página no ha podido leer el archivo, y puede que no sea culpa del archivo (${problem.message}). Vuelve a cargar la página e inténtalo otra vez.`;
  }
}

function inEnglish(problem: FileProblem): string {
  const number = (value: number) => value.toLocaleString('en');
  switch (problem.kind) {
    case 'notJson': {
      const line = problem.line === null ? '' : `, near line ${problem.line}`;
      return `The file is damaged or incomplete: it cannot be read as JSON${line}.`;
    }
    case 'foreign':
      if (problem.format === handInFormat) return 'That file is a hand-in: open it under “Check hand-ins”.';
      return problem.format === ''
        ? 'That file is not one of Deshielo’s.'
        : `That file is not what is asked for here: it calls itself “${problem.format}”.`;
    case 'newer':
      return `The file is of a newer version of the course (${problem.version}). Load this page again to get the latest, and try again.`;
    case 'damaged':
      return `The file is damaged at ${problem.where}: expected ${schemaWord(problem.expected, 'en')}, found ${schemaWord(problem.found, 'en')}.`;
    case 'tooLong':
      return `The file is damaged at ${problem.where}: its length is ${number(problem.found)} and cannot be more than ${number(problem.most)}.`;
    case 'tooBig':
      return `The file is too large: files of up to ${number(problem.most / 1e6)} MB are read here.`;
    case 'tooDeep':
      return `The file is damaged: it has more than ${problem.most} lists and objects within each other.`;
    case 'unreadable':
      return 'The browser cannot read the file: it may have been moved or deleted, the disk or stick that it was on may be gone, or it is in the cloud and not downloaded. Copy it to this computer and try again.';
    case 'failed':
      return `The page could not read the file, and the file may not be to blame (${problem.message}). Load the page again and try again.`;
  }
}
