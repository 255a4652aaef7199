import { iconNet } from 'deshielo';

const base = await iconNet({
  inputShape: [64, 64, 3],
  weights: 'icons',
  includeTop: false,
});
for (const layer of base.layers) layer.trainable = false;
const pooled = tf.layers
  .globalAveragePooling2d({})
  .apply(base.output) as tf.SymbolicTensor;
const output = tf.layers
  .dense({ units: 2, activation: 'softmax' })
  .apply(pooled) as tf.SymbolicTensor;
const model = tf.model({ inputs: base.inputs, outputs: output });
model.compile({
  optimizer: 'adam',
  loss: 'categoricalCrossentropy',
  metrics: ['accuracy'],
});
for (const layer of base.layers) layer.trainable = true;
