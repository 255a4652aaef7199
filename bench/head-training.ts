/**
 * Returns code that trains a small head on features, the most frequent training of the course, and stores the milliseconds of
 * its `fit` in `took`.
 * @param callbacks the expression of the `callbacks` of `fit`
 */
export const headTraining = (callbacks: string): string => `
const features = tf.randomNormal([512, 1280], 0, 1, 'float32', 1);
const labels = tf.tidy(() => tf.oneHot(tf.range(0, 512, 1, 'int32').mod(tf.scalar(5, 'int32')).toInt(), 5));
const head = tf.sequential({ layers: [
  tf.layers.dense({ inputShape: [1280], units: 64, activation: 'relu' }),
  tf.layers.dense({ units: 5, activation: 'softmax' }),
] });
head.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
const began = performance.now();
await head.fit(features, labels, { epochs: 30, batchSize: 32, validationSplit: 0.2, callbacks: ${callbacks} });
const took = performance.now() - began;
head.dispose(); tf.dispose([features, labels]);`;
