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

/** Names of a kind, such as `loss`. */
export function knownNames(kind: string): readonly string[] {
  return known[kind] ?? [];
}

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
export function meant(kind: string, name: string): string | undefined {
  const plain = (text: string) => text.toLowerCase().replaceAll('_', '');
  const near = knownNames(kind)
    .map((each) => ({ each, far: distance(plain(each), plain(name)) }))
    .sort((a, b) => a.far - b.far)[0];
  return near !== undefined && near.far <= 2 ? near.each : undefined;
}
