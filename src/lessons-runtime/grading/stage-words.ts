import { formatFor } from '../shared/format.ts';
import { defineWords } from '../shared/words.ts';

const inSpanish = formatFor('es');
const inEnglish = formatFor('en');

const es = {
  blanks: {
    what: 'Queda algún hueco por rellenar (____).',
    advice: 'Escribe tu código en su lugar y comprueba otra vez.',
  },
  time: (seconds: number) => ({
    what: 'Tu código tarda demasiado: la comprobación lo ha detenido.',
    advice: `Tenía ${inSpanish.plural(seconds, 'segundo', 'segundos')}. Busca un bucle que no termina, o usa menos datos o menos épocas.`,
  }),
  run: {
    what: 'Tu código ha cerrado o estropeado el motor en el que se comprueba.',
    advice: 'Quita lo que cambie el propio JavaScript o llame a close(), y comprueba otra vez.',
  },
  broken: {
    what: 'La comprobación ha fallado, y es culpa nuestra, no tuya.',
    advice: 'Este intento no cuenta. Mira tu conexión y prueba otra vez; si sigue igual, avisa a tu docente.',
  },
  /** A name that only another cell of the lesson declares, which the check does not run. */
  otherCell: (name: string, cell: string) => ({
    what: `«${name}» es de otra celda («${cell}»), y la comprobación no la ejecuta.`,
    advice: 'Declara aquí mismo todo lo que uses: el ejercicio se comprueba solo, sin las demás celdas.',
  }),
  unknownName: (name: string) => ({
    what: `Nadie ha declarado «${name}».`,
    advice: 'Mira si está bien escrito (las mayúsculas cuentan) y si lo declaras antes de usarlo.',
  }),
  unknownOption: (name: string, call: string, known: readonly string[]) => ({
    what: `«${call}» no tiene ninguna opción «${name}».`,
    advice: `TensorFlow.js la pasaría por alto sin decir nada. Entre las que tiene están: ${inSpanish.list(known)}.`,
  }),
};

const en: typeof es = {
  blanks: {
    what: 'There is a blank left to fill in (____).',
    advice: 'Write your code in its place and check again.',
  },
  time: (seconds) => ({
    what: 'Your code takes too long: the check has stopped it.',
    advice: `It had ${inEnglish.plural(seconds, 'second', 'seconds')}. Look for a loop without end, or use less data or fewer epochs.`,
  }),
  run: {
    what: 'Your code closed or damaged the engine that it is checked in.',
    advice: 'Remove whatever changes JavaScript itself or calls close(), and check again.',
  },
  broken: {
    what: 'The check itself failed: that is our fault, not yours.',
    advice:
      'This try does not count. Look at your connection and try again; if it stays the same, tell your teacher.',
  },
  otherCell: (name, cell) => ({
    what: `“${name}” belongs to another cell (“${cell}”), which the check does not run.`,
    advice: 'Declare right here whatever you use: the exercise is checked alone, without the other cells.',
  }),
  unknownName: (name) => ({
    what: `Nobody has declared “${name}”.`,
    advice: 'See whether it is spelt right (capitals count) and whether you declare it before you use it.',
  }),
  unknownOption: (name, call, known) => ({
    what: `“${call}” has no option “${name}”.`,
    advice: `TensorFlow.js would ignore it without a word. Among those it has: ${inEnglish.list(known)}.`,
  }),
};

/** Describes why an attempt ended before the check; `broken`: the check failed to run. */
export const stageWords = defineWords({ es, en });
