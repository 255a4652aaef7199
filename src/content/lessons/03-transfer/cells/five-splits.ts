import {
  efficientNetLite0,
  extractFeatures,
  preprocessInput,
  showSplits,
} from 'deshielo';

const photoNet = await efficientNetLite0({
  inputShape: [96, 96, 3],
  weights: 'imagenet',
  includeTop: false,
});

interface Base {
  name: string;
  network: tf.LayersModel;
  prepare: (xs: tf.Tensor4D) => tf.Tensor4D;
}
const bases: Base[] = [
  { name: 'iconNet', network: baseModel, prepare: (xs) => xs.clone() },
  { name: 'random', network: untaught, prepare: (xs) => xs.clone() },
  {
    name: 'EfficientNet-Lite0',
    network: photoNet,
    // es: el mismo dibujo, al tamaño y a la escala de una red de fotos
    // en: the same drawing, at the size and the scale of a network of photos
    prepare: (xs) =>
      tf.tidy(() => preprocessInput(tf.image.resizeBilinear(xs, [96, 96]).mul(255))),
  },
];

// es: con la base congelada basta con pasar cada imagen una vez
// en: with the base frozen it is enough to pass each picture once
// es: y entrenar la cabeza con lo que sale
// en: and to train the head on what comes out
async function features(
  { network, prepare }: Base,
  xs: tf.Tensor4D,
): Promise<tf.Tensor2D> {
  const prepared = prepare(xs);
  const maps = (await extractFeatures(network, prepared)) as tf.Tensor4D;
  const pooledMaps = tf.tidy(() => maps.mean<tf.Tensor2D>([1, 2]));
  tf.dispose([prepared, maps]);
  return pooledMaps;
}

async function accuracyOf(base: Base, split: number): Promise<number> {
  const data = await iconDataset(['butterfly', 'bee'], { numExamples: 10, split });
  const seen = await features(base, data.train.xs);
  const unseen = await features(base, data.validation.xs);
  const head = tf.sequential({
    layers: [
      tf.layers.dense({ units: 128, activation: 'relu', inputShape: [seen.shape[1]] }),
      tf.layers.dense({ units: classes, activation: 'softmax' }),
    ],
  });
  head.compile({
    optimizer: 'adam',
    loss: 'categoricalCrossentropy',
    metrics: ['accuracy'],
  });
  await head.fit(seen, data.train.ys, { epochs: 20, batchSize: 16 });
  const [loss, accuracy] = head.evaluate(unseen, data.validation.ys) as tf.Scalar[];
  const value = accuracy.dataSync()[0];
  tf.dispose([data, seen, unseen, loss, accuracy]);
  head.dispose();
  return value;
}

const accuracies: Record<string, number[]> = {};
for (const base of bases) {
  accuracies[base.name] = [];
  for (const split of [0, 1, 2, 3, 4]) {
    accuracies[base.name].push(await accuracyOf(base, split));
    await showSplits(accuracies, { splits: 5 });
  }
}
