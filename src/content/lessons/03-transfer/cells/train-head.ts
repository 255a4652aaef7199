model.compile({
  optimizer: 'adam',
  loss: 'categoricalCrossentropy',
  metrics: ['accuracy'],
});

const started = performance.now();
const history = await model.fit(insects.train.xs, insects.train.ys, {
  epochs: 20, // slider: 5 to 60, step 5 // es: épocas // en: epochs
  batchSize: 16,
  validationData: [insects.validation.xs, insects.validation.ys],
  callbacks: tfvis.show.fitCallbacks({ name: 'problem Y' }, ['acc', 'val_acc'], {
    callbacks: ['onEpochEnd'],
  }),
});
const frozenSeconds = (performance.now() - started) / 1000;
const frozenAccuracy = history.history.val_acc.at(-1) as number;

display([{ accuracy: frozenAccuracy, seconds: frozenSeconds }]);
