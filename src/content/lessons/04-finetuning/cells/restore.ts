function restore(): void {
  for (const [place, layer] of model.layers.entries()) {
    layer.setWeights(checkpoint[place]);
  }
}

interface Tuning {
  rate?: number;
  from?: string;
  epochs?: number;
  callbacks?: tf.CustomCallbackArgs | tf.Callback;
}

// es: vuelve al punto de partida, descongela desde la capa «from» y entrena
// en: goes back to the starting point, thaws from the layer “from” on, and trains
async function tune({
  rate = 0.0001,
  from = 'stem_conv',
  epochs = 10,
  callbacks,
}: Tuning) {
  restore();
  let isThawed = false;
  for (const layer of baseModel.layers) {
    if (layer.name === from) isThawed = true;
    layer.trainable = isThawed;
  }
  model.compile({
    optimizer: tf.train.adam(rate),
    loss: 'categoricalCrossentropy',
    metrics: ['accuracy'],
  });
  const parameters = model.trainableWeights.reduce(
    (sum, { shape }) => sum + tf.util.sizeFromShape(shape),
    0,
  );
  const began = performance.now();
  const { history: logs } = await model.fit(x, y, { epochs, batchSize: 16, callbacks });
  const seconds = (performance.now() - began) / 1000;
  const [lossTensor, accuracyTensor] = model.evaluate(newX, newY) as tf.Scalar[];
  const [accuracy] = await accuracyTensor.data();
  tf.dispose([lossTensor, accuracyTensor]);
  return { parameters, seconds, trainLoss: logs.loss.at(-1) as number, accuracy };
}
