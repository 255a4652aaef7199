const net = tf.sequential();
net.add(tf.layers.inputLayer({ inputShape: [16, 16, 3] }));
for (const filters of [4, 8]) {
  net.add(
    tf.layers.conv2d({ filters, kernelSize: 3, padding: 'same', useBias: false }),
  );
  net.add(tf.layers.batchNormalization({ momentum: 0.9 }));
  net.add(tf.layers.reLU());
}
net.add(tf.layers.globalAveragePooling2d({}));
net.add(tf.layers.dense({ units: 2, activation: 'softmax' }));

for (const layer of net.layers) {
  layer.trainable = layer.getClassName() !== 'BatchNormalization';
}

net;
