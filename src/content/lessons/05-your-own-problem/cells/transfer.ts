import * as tfvis from '@tensorflow/tfjs-vis';
import { efficientNetLite0, extractFeatures, splitModel } from 'deshielo';

const baseModel = await efficientNetLite0({
  inputShape: [128, 128, 3],
  weights: 'imagenet',
  includeTop: false,
});
for (const layer of baseModel.layers) layer.trainable = false;

const pool = tf.layers.globalAveragePooling2d({ name: 'pool' });
const pooled = pool.apply(baseModel.output) as tf.SymbolicTensor;
const hidden = tf.layers
  .dense({ units: 128, activation: 'relu' })
  .apply(pooled) as tf.SymbolicTensor;
const output = tf.layers
  .dense({ units: classNames.length, activation: 'softmax' })
  .apply(hidden) as tf.SymbolicTensor;
const model = tf.model({ inputs: baseModel.inputs, outputs: output, name: 'my_model' });

// es: con la base congelada, cada foto pasa por ella una sola vez
// en: with the base frozen, each photo goes through it just once
const { front, back } = await splitModel(model, 'pool');
const features = await extractFeatures(front, train.xs);
const newFeatures = await extractFeatures(front, validation.xs);

back.compile({
  optimizer: 'adam',
  loss: 'categoricalCrossentropy',
  metrics: ['accuracy'],
});
const frozenRun = await back.fit(features, train.ys, {
  epochs: 30,
  batchSize: 16,
  validationData: [newFeatures, validation.ys],
  callbacks: tfvis.show.fitCallbacks({ name: 'head' }, ['acc', 'val_acc'], {
    callbacks: ['onEpochEnd'],
  }),
});
const frozenAccuracy = frozenRun.history.val_acc.at(-1) as number;

display([{ trained: 'head', accuracy: frozenAccuracy }]);
