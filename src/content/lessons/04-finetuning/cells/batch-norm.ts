// es: una red pequeña con BatchNormalization, como las tiene casi toda red publicada
// en: a small network with BatchNormalization, as nearly every published network has
const pets = await iconDataset(['cat', 'dog'], { numExamples: 60, augment: 2 });
const netWithNorm = tf.sequential();
netWithNorm.add(tf.layers.inputLayer({ inputShape: [64, 64, 3] }));
for (const filters of [16, 32, 64, 96]) {
  netWithNorm.add(
    tf.layers.conv2d({ filters, kernelSize: 3, padding: 'same', useBias: false }),
  );
  netWithNorm.add(tf.layers.batchNormalization({ momentum: 0.9 }));
  netWithNorm.add(tf.layers.reLU());
  netWithNorm.add(tf.layers.maxPooling2d({ poolSize: 2 }));
}
netWithNorm.add(tf.layers.globalAveragePooling2d({}));
netWithNorm.add(tf.layers.dense({ units: 2, activation: 'softmax' }));

// es: primero pasos grandes y después pequeños, para que las estadísticas se asienten
// en: large steps first and then small ones, so that the statistics settle
for (const [rate, epochs] of [
  [0.002, 15],
  [0.0002, 4],
]) {
  netWithNorm.compile({
    optimizer: tf.train.adam(rate),
    loss: 'categoricalCrossentropy',
    metrics: ['accuracy'],
  });
  await netWithNorm.fit(pets.train.xs, pets.train.ys, { epochs, batchSize: 32 });
}
