const norms = netWithNorm.layers.filter(
  (layer) => layer.getClassName() === 'BatchNormalization',
);
const petAccuracy = () => accuracyOf(netWithNorm, pets.train.xs, pets.train.ys);

// es: el problema nuevo trae imágenes con menos luz
// en: the new problem brings pictures with less light
const darkInsects = tf.tidy(() => insects.train.xs.mul(0.4));

// es: tasa de aprendizaje 0: ningún peso aprende nada
// en: learning rate 0: no weight learns anything
async function trainWithoutLearning(areFrozen: boolean): Promise<number> {
  for (const layer of norms) layer.trainable = !areFrozen;
  netWithNorm.compile({
    optimizer: tf.train.sgd(0),
    loss: 'categoricalCrossentropy',
    metrics: ['accuracy'],
  });
  await netWithNorm.fit(darkInsects, insects.train.ys, { epochs: 2, batchSize: 16 });
  return petAccuracy();
}

display([
  { batchNormalization: '—', petAccuracy: await petAccuracy() },
  { batchNormalization: 'frozen', petAccuracy: await trainWithoutLearning(true) },
  { batchNormalization: 'thawed', petAccuracy: await trainWithoutLearning(false) },
]);
