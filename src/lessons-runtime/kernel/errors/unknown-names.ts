import type { ErrorText } from './error-text.ts';

/** What tfjs-layers 4.22 knows by name, those that a course like this uses. */
const known: Readonly<Record<string, readonly string[]>> = {
  loss: [
    'meanSquaredError',
    'binaryCrossentropy',
    'categoricalCrossentropy',
    'sparseCategoricalCrossentropy',
  ],
  Optimizer: ['sgd', 'adam', 'rmsprop', 'adagrad'],
  metric: ['accuracy', 'mse'],
  activation: ['relu', 'softmax', 'sigmoid', 'tanh', 'linear', 'elu', 'selu'],
  initializer: ['heNormal', 'glorotUniform', 'zeros', 'ones'],
  regularizer: ['l1l2'],
  constraint: ['maxNorm', 'nonNeg', 'unitNorm'],
};

const spanishKinds: Readonly<Record<string, string>> = {
  loss: 'una pérdida',
  Optimizer: 'un optimizador',
  metric: 'una métrica',
  activation: 'una activación',
  initializer: 'un inicializador',
  regularizer: 'un regularizador',
  constraint: 'una restricción',
};

/** Letters that must change, go or come to make one word of the other, capitals aside. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, place) => place);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const changed = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** The known name that was probably meant; `undefined` where none is near. */
function meant(kind: string, name: string): string | undefined {
  const plain = (text: string) => text.toLowerCase().replaceAll('_', '');
  const near = (known[kind] ?? [])
    .map((each) => ({ each, far: distance(plain(each), plain(name)) }))
    .sort((a, b) => a.far - b.far)[0];
  return near !== undefined && near.far <= 2 ? near.each : undefined;
}

/** A loss, an optimizer, an activation… of a name that tfjs does not know. */
export const unknownNames: readonly ErrorText[] = [
  {
    pattern: /^Unknown (loss|Optimizer|metric|activation|initializer|regularizer|constraint):? ([^\s.]+)/,
    spanish: ([, kind = '', name]) => `No hay ${spanishKinds[kind]} que se llame «${name}».`,
    text: {
      es: ([, kind = '', name = '']) => {
        const near = meant(kind, name);
        return near === undefined
          ? `Hay, entre otros: ${(known[kind] ?? []).join(', ')}. Cuentan las mayúsculas.`
          : `¿Querías escribir «${near}»? Cuentan las mayúsculas.`;
      },
      en: ([, kind = '', name = '']) => {
        const near = meant(kind, name);
        return near === undefined
          ? `There are, among others: ${(known[kind] ?? []).join(', ')}. Capitals count.`
          : `Did you mean “${near}”? Capitals count.`;
      },
    },
  },
];
