import { iconNet } from 'deshielo';

const base = await iconNet({
  inputShape: [64, 64, 3],
  weights: 'icons',
  includeTop: false,
});
for (const layer of base.layers) layer.trainable = false;
const pooled = tf.layers.globalAveragePooling2d({}).apply(base.output);
const hidden = tf.layers.dense({ units: 128, activation: 'relu' }).apply(pooled);
const output = tf.layers.dense({ units: 2, activation: 'softmax' }).apply(hidden);
const model = tf.model({ inputs: base.inputs, outputs: output });
