import type { ErrorText } from './error-text.ts';

/** Python's names, and what stands for them here. */
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

/** Blanks left open, and names that are another language's. Before all else: what else is said of them leads astray. */
export const nameErrors: readonly ErrorText[] = [
  {
    pattern: /_{4,}/,
    spanish: () => 'Queda un hueco (____) por rellenar.',
    text: {
      es: () => 'Escribe tu respuesta en lugar de los guiones bajos y ejecuta otra vez.',
      en: () =>
        'A blank (____) is left to fill in. Write your answer in place of the underscores and run again.',
    },
  },
  {
    pattern: /^(print|len|range|None|True|False|np|keras|def) is not defined$/,
    spanish: ([, name = '']) => `«${name}» es de Python: aquí no existe.`,
    text: {
      es: ([, name = '']) =>
        `En TypeScript se usa ${fromPython[name]}. El último valor de una celda se muestra solo.`,
      en: ([, name = '']) =>
        `“${name}” is Python’s. In TypeScript it is ${fromPython[name]}. The last value of a cell is shown by itself.`,
    },
  },
];
