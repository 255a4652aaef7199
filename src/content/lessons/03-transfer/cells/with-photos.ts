import { extractFeatures, mobileNet, photoDataset, showSplits } from 'deshielo';

const photoBase = await mobileNet({
  weights: 'imagenet',
  includeTop: false,
  inputShape: [96, 96, 3],
  pooling: 'avg',
});
photoBase.trainable = false;

// es: cuántas de las fotos de prueba acierta la red
// en: how many of the test photos the network gets right
function shareRight(
  net: tf.LayersModel,
  xs: tf.Tensor,
  labels: readonly number[],
): number {
  const answers = tf.tidy(() => (net.predict(xs) as tf.Tensor2D).argMax(1).dataSync());
  return (
    labels.filter((label, photo) => label === answers[photo]).length / labels.length
  );
}

async function frozenBase(
  photos: Awaited<ReturnType<typeof photoDataset>>,
): Promise<number> {
  const prepare = (xs: tf.Tensor4D) =>
    tf.tidy(() => mobileNet.preprocessInput(xs.mul(255)));
  const [seen, unseen] = [
    prepare(photos.train.xs as tf.Tensor4D),
    prepare(photos.test.xs as tf.Tensor4D),
  ];
  const seenFeatures = (await extractFeatures(photoBase, seen)) as tf.Tensor2D;
  const unseenFeatures = (await extractFeatures(photoBase, unseen)) as tf.Tensor2D;
  const head = tf.sequential({
    layers: [
      tf.layers.dense({ units: 128, activation: 'relu', inputShape: [1024] }),
      tf.layers.dense({ units: 2, activation: 'softmax' }),
    ],
  });
  head.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' });
  await head.fit(seenFeatures, photos.train.ys, { epochs: 20, batchSize: 16 });
  const share = shareRight(head, unseenFeatures, photos.test.labels);
  tf.dispose([seen, unseen, seenFeatures, unseenFeatures]);
  head.dispose();
  return share;
}

async function fromScratch(
  photos: Awaited<ReturnType<typeof photoDataset>>,
): Promise<number> {
  const net = tf.sequential({
    layers: [tf.layers.inputLayer({ inputShape: [96, 96, 3] })],
  });
  for (const filters of [16, 32, 64, 96, 128]) {
    net.add(
      tf.layers.conv2d({ filters, kernelSize: 3, padding: 'same', useBias: false }),
    );
    net.add(tf.layers.batchNormalization({ momentum: 0.9 }));
    net.add(tf.layers.reLU());
    net.add(tf.layers.maxPooling2d({ poolSize: 2 }));
  }
  net.add(tf.layers.globalAveragePooling2d({}));
  net.add(tf.layers.dense({ units: 2, activation: 'softmax' }));
  net.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' });
  await net.fit(photos.train.xs, photos.train.ys, { epochs: 20, batchSize: 16 });
  const share = shareRight(net, photos.test.xs, photos.test.labels);
  net.dispose();
  return share;
}

const race: Record<'frozen' | 'scratch', number[]> = { frozen: [], scratch: [] };
for (const split of [0, 1]) {
  const photos = await photoDataset(['water', 'mountain'], {
    numExamples: 10,
    augment: 4,
    split,
  });
  race.frozen.push(await frozenBase(photos));
  await showSplits(race, { splits: 2 });
  race.scratch.push(await fromScratch(photos));
  await showSplits(race, { splits: 2 });
  tf.dispose(photos);
}
