import type { EarlyStage } from '../lesson/attempt-stages.ts';
import type { Language } from '../shared/language.ts';
import type { StaticError } from './find-static-error.ts';
import type { Grade } from './grade.ts';

interface StageText {
  readonly what: string;
  readonly advice: string;
}

type Worded = Exclude<EarlyStage, 'syntax' | 'types'> | 'broken';

/** What happened, and what to try, where it never came to the check. */
export const stageText: Readonly<Record<Worded, Readonly<Record<Language, StageText>>>> = {
  blanks: {
    es: {
      what: 'Queda algún hueco por rellenar (____).',
      advice: 'Escribe tu código en su lugar y comprueba otra vez.',
    },
    en: {
      what: 'There is a blank left to fill in (____).',
      advice: 'Write your code in its place and check again.',
    },
  },
  time: {
    es: {
      what: 'Tu código tarda demasiado: la comprobación lo ha detenido.',
      advice: 'Tenía {seconds} segundos. Busca un bucle que no termina, o usa menos datos o menos épocas.',
    },
    en: {
      what: 'Your code takes too long: the check has stopped it.',
      advice: 'It had {seconds} seconds. Look for a loop without end, or use less data or fewer epochs.',
    },
  },
  run: {
    es: {
      what: 'Tu código ha cerrado o estropeado el motor en el que se comprueba.',
      advice: 'Quita lo que cambie el propio JavaScript o llame a close(), y comprueba otra vez.',
    },
    en: {
      what: 'Your code closed or damaged the engine that it is checked in.',
      advice: 'Remove whatever changes JavaScript itself or calls close(), and check again.',
    },
  },
  broken: {
    es: {
      what: 'La comprobación ha fallado, y es culpa nuestra, no tuya.',
      advice:
        'Este intento no cuenta. Mira tu conexión y prueba otra vez; si sigue igual, avisa a tu docente.',
    },
    en: {
      what: 'The check itself failed: that is our fault, not yours.',
      advice:
        'This try does not count. Look at your connection and try again; if it stays the same, tell your teacher.',
    },
  },
};

/** So many options are named, so that a long list does not bury what is meant. */
const namesShown = 8;

/** A name that nobody declares but another cell of the lesson, which no check runs. */
export function otherCellText(name: string, cell: string, language: Language): StageText {
  return language === 'es'
    ? {
        what: `«${name}» es de otra celda («${cell}»), y la comprobación no la ejecuta.`,
        advice: 'Declara aquí mismo todo lo que uses: el ejercicio se comprueba solo, sin las demás celdas.',
      }
    : {
        what: `“${name}” belongs to another cell (“${cell}”), which the check does not run.`,
        advice:
          'Declare right here whatever you use: the exercise is checked alone, without the other cells.',
      };
}

/** What cannot be, and what to try. */
export function staticErrorText(staticError: StaticError, language: Language): StageText {
  const { name } = staticError;
  if (staticError.kind === 'unknown-name') {
    return language === 'es'
      ? {
          what: `Nadie ha declarado «${name}».`,
          advice: 'Mira si está bien escrito (las mayúsculas cuentan) y si lo declaras antes de usarlo.',
        }
      : {
          what: `Nobody has declared “${name}”.`,
          advice:
            'Look whether it is spelt right (capitals count) and whether you declare it before its use.',
        };
  }
  const known = nearestFirst(name, staticError.known).slice(0, namesShown).join(', ');
  return language === 'es'
    ? {
        what: `«${staticError.call}» no tiene ninguna opción «${name}».`,
        advice: `TensorFlow.js la pasaría por alto sin decir nada. Entre las que tiene están: ${known}.`,
      }
    : {
        what: `“${staticError.call}” has no option “${name}”.`,
        advice: `TensorFlow.js would pass over it without a word. Among those it has: ${known}.`,
      };
}

/** Those that begin alike come first: most slips are at a word's end. */
function nearestFirst(name: string, known: readonly string[]): readonly string[] {
  const alike = (other: string) => {
    const letters = [...name.toLowerCase()];
    const differs = letters.findIndex((letter, place) => letter !== other.toLowerCase()[place]);
    return differs < 0 ? letters.length : differs;
  };
  return known.toSorted((one, other) => alike(other) - alike(one));
}

/** @param error what broke, for the author */
export function brokenGrade(language: Language, error: unknown): Grade {
  const reason = error instanceof Error ? error.message : String(error);
  return { verdict: 'broken', stage: 'broken', ...stageText.broken[language], reason };
}
