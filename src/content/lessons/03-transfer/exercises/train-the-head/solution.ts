const centres = [
  [2, 0, 0, 1],
  [0, 2, 0, 1],
  [0, 0, 2, 1],
];
const labels = Array.from({ length: 90 }, (_, example) => example % 3);
const points = labels.map((label) =>
  centres[label].map((value) => value + Math.random() * 2 - 1),
);
const xs = tf.tensor2d(points);
const ys = tf.oneHot(tf.tensor1d(labels, 'int32'), 3);

const head = tf.sequential({
  layers: [
    tf.layers.dense({ units: 16, activation: 'relu', inputShape: [4] }),
    tf.layers.dense({ units: 3, activation: 'softmax' }),
  ],
});
head.compile({
  optimizer: tf.train.adam(0.01),
  loss: 'categoricalCrossentropy',
  metrics: ['accuracy'],
});
const { history } = await head.fit(xs, ys, { epochs: 20, batchSize: 16 });

history.acc.at(-1);
