import { defineWords } from '../../shared/words.ts';
import type { ErrorWords, Match } from './error-text.ts';

/** Names of Python with their equivalents here. */
const fromPython: Readonly<Record<string, string>> = {
  print: 'display(…)',
  len: '.length',
  range: 'for (let i = 0; …)',
  None: 'null',
  True: 'true',
  False: 'false',
  np: 'tf',
  keras: 'tf.layers',
  def: 'function',
};

const es = {
  blank: (): ErrorWords => ({
    what: 'Queda un hueco (____) por rellenar.',
    advice: 'Escribe tu respuesta en lugar de los guiones bajos y ejecuta otra vez.',
  }),
  fromPython: ([, name = '']: Match): ErrorWords => ({
    what: `«${name}» es de Python: aquí no existe.`,
    advice: `En TypeScript se usa ${fromPython[name]}. El último valor de una celda se muestra solo.`,
  }),
};

const en: typeof es = {
  blank: () => ({
    what: null,
    advice: 'A blank (____) is left to fill in. Write your answer in place of the underscores and run again.',
  }),
  fromPython: ([, name = '']) => ({
    what: null,
    advice: `“${name}” is Python’s. In TypeScript it is ${fromPython[name]}. The last value of a cell is shown by itself.`,
  }),
};

/** Words for errors about blanks that are not filled in and about names of Python. */
export const nameErrorWords = defineWords({ es, en });
