import type { FileFault } from '../../progress/file-fault.ts';
import { handInFormat } from '../../progress/formats.ts';
import type { Language } from '../../shared/language.ts';

/** Why a file was refused, and where its fault is. Whatever it says, nothing was changed. */
export function faultText(fault: FileFault, language: Language): string {
  return `${faultReason(fault, language)} ${nothingChanged[language]}`;
}

/** Why a file was refused, and where its fault is. */
export function faultReason(fault: FileFault, language: Language): string {
  return language === 'es' ? inSpanish(fault) : inEnglish(fault);
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

function inSpanish(fault: FileFault): string {
  const number = (value: number) => value.toLocaleString('es');
  switch (fault.kind) {
    case 'notJson': {
      const line = fault.line === null ? '' : `, hacia la línea ${fault.line}`;
      return `El archivo está dañado o incompleto: no se puede leer como JSON${line}.`;
    }
    case 'foreign':
      if (fault.format === handInFormat) return 'Ese archivo es una entrega: ábrela en «Comprobar entregas».';
      return fault.format === ''
        ? 'Ese archivo no es de Deshielo.'
        : `Ese archivo no es lo que se pide aquí: dice ser «${fault.format}».`;
    case 'newer':
      return `El archivo es de una versión más nueva del curso (${fault.version}). Vuelve a cargar la página para tener la última, e inténtalo otra vez.`;
    case 'damaged':
      return `El archivo está dañado en ${fault.where}: se esperaba ${schemaWord(fault.expected, 'es')} y hay ${schemaWord(fault.found, 'es')}.`;
    case 'tooLong':
      return `El archivo está dañado en ${fault.where}: su longitud es ${number(fault.found)} y no puede pasar de ${number(fault.most)}.`;
    case 'tooBig':
      return `El archivo es demasiado grande: aquí se leen archivos de hasta ${number(fault.most / 1e6)} MB.`;
    case 'tooDeep':
      return `El archivo está dañado: tiene más de ${fault.most} listas y objetos unos dentro de otros.`;
    case 'unreadable':
      return 'El navegador no puede leer el archivo: quizá lo han movido o borrado, ya no está el disco o la memoria en que estaba, o está en la nube sin descargar. Cópialo a este equipo e inténtalo otra vez.';
    case 'failed':
      return `La página no ha podido leer el archivo, y puede que no sea culpa del archivo (${fault.message}). Vuelve a cargar la página e inténtalo otra vez.`;
  }
}

function inEnglish(fault: FileFault): string {
  const number = (value: number) => value.toLocaleString('en');
  switch (fault.kind) {
    case 'notJson': {
      const line = fault.line === null ? '' : `, near line ${fault.line}`;
      return `The file is damaged or incomplete: it cannot be read as JSON${line}.`;
    }
    case 'foreign':
      if (fault.format === handInFormat) return 'That file is a hand-in: open it under “Check hand-ins”.';
      return fault.format === ''
        ? 'That file is not one of Deshielo’s.'
        : `That file is not what is asked for here: it calls itself “${fault.format}”.`;
    case 'newer':
      return `The file is of a newer version of the course (${fault.version}). Load this page again to get the latest, and try again.`;
    case 'damaged':
      return `The file is damaged at ${fault.where}: expected ${schemaWord(fault.expected, 'en')}, found ${schemaWord(fault.found, 'en')}.`;
    case 'tooLong':
      return `The file is damaged at ${fault.where}: its length is ${number(fault.found)} and cannot be more than ${number(fault.most)}.`;
    case 'tooBig':
      return `The file is too large: files of up to ${number(fault.most / 1e6)} MB are read here.`;
    case 'tooDeep':
      return `The file is damaged: it has more than ${fault.most} lists and objects within each other.`;
    case 'unreadable':
      return 'The browser cannot read the file: it may have been moved or deleted, the disk or stick that it was on may be gone, or it is in the cloud and not downloaded. Copy it to this computer and try again.';
    case 'failed':
      return `The page could not read the file, and the file may not be to blame (${fault.message}). Load the page again and try again.`;
  }
}
