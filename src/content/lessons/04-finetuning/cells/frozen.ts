import * as tfvis from '@tensorflow/tfjs-vis';
import { cutModel } from 'deshielo';

const classes = insects.classNames.length;

// es: la red de fotos sin su cabeza: lo mismo que includeTop: false, sobre las mismas capas
// en: the network of photos without its head: like includeTop: false, on the same layers
const baseModel = await cutModel(photoNet, 'head_relu');
for (const layer of baseModel.layers) {
  layer.trainable = false; // es: las capas «congeladas» no se entrenan // en: “frozen” layers are not trained
}

const pooled = tf.layers
  .globalAveragePooling2d({})
  .apply(baseModel.output) as tf.SymbolicTensor;
const hidden = tf.layers
  .dense({ units: 128, activation: 'relu' })
  .apply(pooled) as tf.SymbolicTensor;
const output = tf.layers
  .dense({ units: classes, activation: 'softmax' })
  .apply(hidden) as tf.SymbolicTensor;
const model = tf.model({ inputs: baseModel.inputs, outputs: output });

model.compile({
  optimizer: 'adam',
  loss: 'categoricalCrossentropy',
  metrics: ['accuracy'],
});

const started = performance.now();
const frozenRun = await model.fit(x, y, {
  epochs: 20,
  batchSize: 16,
  validationData: [newX, newY],
  callbacks: tfvis.show.fitCallbacks({ name: 'frozen' }, ['acc', 'val_acc'], {
    callbacks: ['onEpochEnd'],
  }),
});
const frozen = {
  trained: 'head',
  secondsPerEpoch: (performance.now() - started) / 1000 / 20,
  accuracy: frozenRun.history.val_acc.at(-1) as number,
};

// es: así estaba todo antes de descongelar; más abajo volverás aquí varias veces
// en: so all was before thawing; further down you will come back here several times
const checkpoint = model.layers.map((layer) =>
  layer.getWeights().map((weight) => weight.clone()),
);
display([frozen]);
