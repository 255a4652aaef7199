import * as tfvis from '@tensorflow/tfjs-vis';

// es: cinco veces: convolución, normalización, relu y la mitad de tamaño
// en: five times: convolution, normalisation, relu and half the size
function buildNet(classes: number): tf.Sequential {
  const net = tf.sequential({ name: 'small_net' });
  net.add(tf.layers.inputLayer({ inputShape: [64, 64, 3] }));
  for (const filters of [16, 32, 64, 96, 128]) {
    net.add(
      tf.layers.conv2d({ filters, kernelSize: 3, padding: 'same', useBias: false }),
    );
    net.add(tf.layers.batchNormalization({ momentum: 0.9 }));
    net.add(tf.layers.reLU());
    net.add(tf.layers.maxPooling2d({ poolSize: 2 }));
  }
  net.add(tf.layers.globalAveragePooling2d({}));
  net.add(tf.layers.dense({ units: classes, activation: 'softmax' }));
  return net;
}

const petNet = buildNet(2);
petNet.compile({
  optimizer: tf.train.adam(0.002),
  loss: 'categoricalCrossentropy',
  metrics: ['accuracy'],
});
await petNet.fit(pets.train.xs, pets.train.ys, {
  epochs: 20,
  batchSize: 32,
  validationData: [pets.validation.xs, pets.validation.ys],
  callbacks: tfvis.show.fitCallbacks({ name: 'problem X' }, ['acc', 'val_acc'], {
    callbacks: ['onEpochEnd'],
  }),
});
