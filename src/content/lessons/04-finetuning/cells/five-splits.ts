import { extractFeatures, showSplits } from 'deshielo';

interface Trial {
  frozen: number;
  finetuned: number;
}

const accuracyOf = async (
  net: tf.LayersModel,
  pictures: tf.Tensor,
  labels: tf.Tensor,
): Promise<number> => {
  const [loss, accuracy] = net.evaluate(pictures, labels) as tf.Scalar[];
  const [value] = await accuracy.data();
  tf.dispose([loss, accuracy]);
  return value;
};

// es: una prueba entera: primero la cabeza, con la base congelada, y después todo
// en: one whole trial: first the head, on the frozen base, and then everything
async function trial(
  base: tf.LayersModel,
  ready: (xs: tf.Tensor4D) => tf.Tensor4D,
  split: number,
): Promise<Trial> {
  const data = await iconDataset(['butterfly', 'bee'], { numExamples: 10, split });
  const [seen, unseen] = [ready(data.train.xs), ready(data.validation.xs)];
  const before = base.layers.map((layer) =>
    layer.getWeights().map((weight) => weight.clone()),
  );

  const pool = tf.layers
    .globalAveragePooling2d({})
    .apply(base.output) as tf.SymbolicTensor;
  const pooledNet = tf.model({ inputs: base.inputs, outputs: pool });
  const [seenFeatures, unseenFeatures] = [
    await extractFeatures(pooledNet, seen),
    await extractFeatures(pooledNet, unseen),
  ];
  const head = tf.sequential({
    layers: [
      tf.layers.dense({
        units: 128,
        activation: 'relu',
        inputShape: [pool.shape[1] as number],
      }),
      tf.layers.dense({ units: 2, activation: 'softmax' }),
    ],
  });
  const settings = { loss: 'categoricalCrossentropy', metrics: ['accuracy'] };
  head.compile({ optimizer: 'adam', ...settings });
  await head.fit(seenFeatures, data.train.ys, { epochs: 20, batchSize: 16 });
  const frozenAccuracy = await accuracyOf(head, unseenFeatures, data.validation.ys);

  const whole = tf.model({
    inputs: base.inputs,
    outputs: head.apply(pool) as tf.SymbolicTensor,
  });
  for (const layer of base.layers) layer.trainable = true;
  whole.compile({ optimizer: tf.train.adam(0.0001), ...settings });
  await whole.fit(seen, data.train.ys, { epochs: 10, batchSize: 16 });
  const finetunedAccuracy = await accuracyOf(whole, unseen, data.validation.ys);

  for (const [place, layer] of base.layers.entries()) layer.setWeights(before[place]);
  // es: lo que Adam guarda de cada peso ocupa el doble que los pesos
  // en: what Adam keeps of each weight takes twice the room of the weights
  for (const net of [head, whole]) net.optimizer.dispose();
  tf.dispose([
    head.getWeights(),
    data,
    seen,
    unseen,
    before,
    seenFeatures,
    unseenFeatures,
  ]);
  return { frozen: frozenAccuracy, finetuned: finetunedAccuracy };
}

async function fiveTrials(
  base: tf.LayersModel,
  ready: (xs: tf.Tensor4D) => tf.Tensor4D,
): Promise<void> {
  const accuracies: Record<keyof Trial, number[]> = { frozen: [], finetuned: [] };
  for (const split of [0, 1, 2, 3, 4]) {
    const { frozen, finetuned } = await trial(base, ready, split);
    accuracies.frozen.push(frozen);
    accuracies.finetuned.push(finetuned);
    await showSplits(accuracies, { splits: 5 });
  }
}

restore();
await fiveTrials(baseModel, prepare);
