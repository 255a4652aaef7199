async function trainOn(
  net: tf.LayersModel,
  data: typeof insects,
): Promise<{ accuracy: number; seconds: number }> {
  net.compile({
    optimizer: 'adam',
    loss: 'categoricalCrossentropy',
    metrics: ['accuracy'],
  });
  const began = performance.now();
  const { history: logs } = await net.fit(data.train.xs, data.train.ys, {
    epochs: 20,
    batchSize: 16,
    validationData: [data.validation.xs, data.validation.ys],
  });
  return {
    accuracy: logs.val_acc.at(-1) as number,
    seconds: (performance.now() - began) / 1000,
  };
}

// es: la misma base, pero congelada con pesos al azar: nadie le ha enseñado nada
// en: the same base, but frozen with random weights: nobody has taught it anything
const untaught = await iconNet({
  inputShape: [64, 64, 3],
  weights: null,
  includeTop: false,
});
for (const layer of untaught.layers) layer.trainable = false;
const untaughtNet = tf.sequential({
  layers: [
    ...untaught.layers,
    tf.layers.globalAveragePooling2d({}),
    tf.layers.dense({ units: 128, activation: 'relu' }),
    tf.layers.dense({ units: 2, activation: 'softmax' }),
  ],
});

const randomFrozen = await trainOn(untaughtNet, insects);
const scratchNet = buildNet(2);
const scratch = await trainOn(scratchNet, insects);

display([
  { base: 'iconNet', ...{ accuracy: frozenAccuracy, seconds: frozenSeconds } },
  { base: 'random', ...randomFrozen },
  { base: 'scratch', ...scratch },
]);
