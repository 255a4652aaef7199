restore();
for (const layer of baseModel.layers) layer.trainable = false;
model.compile({
  optimizer: tf.train.adam(0.0001),
  loss: 'categoricalCrossentropy',
  metrics: ['accuracy'],
});

for (const layer of baseModel.layers) layer.trainable = true;
// es: aquí falta algo
// en: something is missing here
await model.fit(x, y, { epochs: 1, batchSize: 16 });

await whatMoved(model);
