import { extractFeatures } from 'deshielo';

// es: con la base congelada basta pasar cada imagen por ella una vez, y entrenar la cabeza con lo que sale
// en: with the base frozen it is enough to pass each picture through it once, and train the head on what comes out
async function headOn(base: tf.LayersModel, split: number): Promise<number> {
  const data = await iconDataset(['butterfly', 'bee'], { numExamples: 10, split });
  const seen = await extractFeatures(base, data.train.xs);
  const unseen = await extractFeatures(base, data.validation.xs);
  const head = tf.sequential({
    layers: [
      tf.layers.globalAveragePooling2d({ inputShape: seen.shape.slice(1) }),
      tf.layers.dense({ units: 128, activation: 'relu' }),
      tf.layers.dense({ units: 2, activation: 'softmax' }),
    ],
  });
  head.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  const { history: logs } = await head.fit(seen, data.train.ys, {
    epochs: 20,
    batchSize: 16,
    validationData: [unseen, data.validation.ys],
  });
  tf.dispose([data, seen, unseen]);
  head.dispose();
  return logs.val_acc.at(-1) as number;
}

const results: { split: number; iconNet: number; random: number }[] = [];
for (const split of [0, 1, 2, 3, 4]) {
  results.push({ split, iconNet: await headOn(baseModel, split), random: await headOn(untaught, split) });
}
const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

display(results);
display([
  { base: 'iconNet', mean: mean(results.map(({ iconNet: accuracy }) => accuracy)) },
  { base: 'random', mean: mean(results.map(({ random: accuracy }) => accuracy)) },
]);
