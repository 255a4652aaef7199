import type { FileFault } from '../../progress/file-fault.ts';
import { handInFormat } from '../../progress/formats.ts';
import type { Language } from '../../shared/language.ts';

/** Why a file was refused, and where its fault is. Whatever it says, nothing was changed. */
export function faultText(fault: FileFault, language: Language): string {
  return language === 'es' ? inSpanish(fault) : inEnglish(fault);
}

function inSpanish(fault: FileFault): string {
  const rest = 'No se ha cambiado nada de lo que tenías.';
  switch (fault.kind) {
    case 'notJson': {
      const line = fault.line === null ? '' : `, hacia la línea ${fault.line}`;
      return `El archivo está dañado o incompleto: no se puede leer como JSON${line}. ${rest}`;
    }
    case 'foreign':
      if (fault.format === handInFormat)
        return `Ese archivo es una entrega: ábrela en «Comprobar entregas». ${rest}`;
      return fault.format === ''
        ? `Ese archivo no es de Deshielo. ${rest}`
        : `Ese archivo no es lo que se pide aquí: dice ser «${fault.format}». ${rest}`;
    case 'newer':
      return `El archivo es de una versión más nueva del curso (${fault.version}). Vuelve a cargar la página para tener la última, e inténtalo otra vez. ${rest}`;
    case 'damaged':
      return `El archivo está dañado en ${fault.where}: se esperaba ${fault.expected} y hay ${fault.found}. ${rest}`;
  }
}

function inEnglish(fault: FileFault): string {
  const rest = 'Nothing of what you had was changed.';
  switch (fault.kind) {
    case 'notJson': {
      const line = fault.line === null ? '' : `, near line ${fault.line}`;
      return `The file is damaged or incomplete: it cannot be read as JSON${line}. ${rest}`;
    }
    case 'foreign':
      if (fault.format === handInFormat)
        return `That file is a hand-in: open it under “Check hand-ins”. ${rest}`;
      return fault.format === ''
        ? `That file is not one of Deshielo’s. ${rest}`
        : `That file is not what is asked for here: it calls itself “${fault.format}”. ${rest}`;
    case 'newer':
      return `The file is of a newer version of the course (${fault.version}). Load this page again to get the latest, and try again. ${rest}`;
    case 'damaged':
      return `The file is damaged at ${fault.where}: expected ${fault.expected}, found ${fault.found}. ${rest}`;
  }
}
