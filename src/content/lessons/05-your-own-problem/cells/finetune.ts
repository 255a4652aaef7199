let isThawed = false;
for (const layer of baseModel.layers) {
  if (layer.name === 'block6a_expand') isThawed = true;
  layer.trainable = isThawed;
}

model.compile({
  optimizer: tf.train.adam(0.00003), // slider: 0.000001 to 0.01, log // es: tasa de aprendizaje // en: learning rate
  loss: 'categoricalCrossentropy',
  metrics: ['accuracy'],
});
const finetuneRun = await model.fitDataset(
  training as tf.data.Dataset<tf.TensorContainer>,
  {
    epochs: 6,
    validationData: [validation.xs, validation.ys],
    callbacks: tfvis.show.fitCallbacks({ name: 'blocks 6 and 7' }, ['acc', 'val_acc'], {
      callbacks: ['onEpochEnd'],
    }),
  },
);
const finetuneAccuracy = finetuneRun.history.val_acc.at(-1) as number;

display([
  { trained: 'head', accuracy: frozenAccuracy },
  { trained: 'blocks 6 and 7', accuracy: finetuneAccuracy },
]);
