for (const layer of baseModel.layers) {
  layer.trainable = true; // es: ya no están congeladas // en: no longer frozen
}

model.compile({
  optimizer: tf.train.adam(0.0001), // slider: 0.00001 to 0.1, log // es: tasa de aprendizaje // en: learning rate
  loss: 'categoricalCrossentropy',
  metrics: ['accuracy'],
});

const thawed = performance.now();
const thawedRun = await model.fit(x, y, {
  epochs: 10,
  batchSize: 16,
  validationData: [newX, newY],
  callbacks: tfvis.show.fitCallbacks({ name: 'thawed' }, ['acc', 'val_acc'], {
    callbacks: ['onEpochEnd'],
  }),
});
const finetuned = {
  trained: 'everything',
  secondsPerEpoch: (performance.now() - thawed) / 1000 / 10,
  accuracy: thawedRun.history.val_acc.at(-1) as number,
};

display([frozen, finetuned]);
