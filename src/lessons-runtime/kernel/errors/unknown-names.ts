/** Names that tfjs-layers 4.22 accepts as strings, as far as this course uses them. */
const namesByType: Readonly<Record<string, readonly string[]>> = {
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

/** Returns the names of a type, such as `loss`; empty for an unknown type. */
export function knownNames(type: string): readonly string[] {
  return namesByType[type] ?? [];
}

/** Returns the Levenshtein distance of two strings. */
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

/** Returns the closest known name, ignoring case and underscores; `undefined` if the distance is more than 2. */
export function suggestName(type: string, name: string): string | undefined {
  const normalize = (text: string) => text.toLowerCase().replaceAll('_', '');
  const [closest] = knownNames(type)
    .map((known) => ({ known, distance: distance(normalize(known), normalize(name)) }))
    .sort((a, b) => a.distance - b.distance);
  return closest !== undefined && closest.distance <= 2 ? closest.known : undefined;
}
