/**
 * The program of another project, which uses only the packages that it installed. Trains a small network like MobileNet on
 * tfjs's cpu backend and, with the package, on wasm; prints the losses as JSON.
 */
import * as tf from '@tensorflow/tfjs';
import '@tensorflow/tfjs-backend-wasm';
import { registerTrainingKernels } from 'tfjs-wasm-training';

const [pixels, classes, batch, steps] = [16, 3, 6, 5];

/** Convolution, then blocks of depthwise and pointwise convolution, each with batch normalization and ReLU6. */
function createModel() {
  let seed = 0;
  const initializer = () => {
    seed += 1;
    return tf.initializers.heNormal({ seed });
  };
  const model = tf.sequential();
  const normalized = () => {
    model.add(tf.layers.batchNormalization());
    model.add(tf.layers.reLU({ maxValue: 6 }));
  };
  model.add(
    tf.layers.conv2d({
      inputShape: [pixels, pixels, 3],
      filters: 8,
      kernelSize: 3,
      strides: 2,
      padding: 'same',
      useBias: false,
      kernelInitializer: initializer(),
    }),
  );
  normalized();
  for (const [filters, strides] of [
    [12, 1],
    [16, 2],
  ]) {
    model.add(
      tf.layers.depthwiseConv2d({
        kernelSize: 3,
        strides,
        padding: 'same',
        useBias: false,
        depthwiseInitializer: initializer(),
      }),
    );
    normalized();
    model.add(tf.layers.conv2d({ filters, kernelSize: 1, useBias: false, kernelInitializer: initializer() }));
    normalized();
  }
  model.add(tf.layers.globalAveragePooling2d({}));
  model.add(tf.layers.dense({ units: classes, activation: 'softmax', kernelInitializer: initializer() }));
  return model;
}

/** Returns the loss of each step on one batch, which is the same on every backend. @param {tf.Optimizer} optimizer */
async function train(optimizer) {
  const model = createModel();
  model.compile({ optimizer, loss: 'categoricalCrossentropy' });
  const pictures = tf.randomUniform([batch, pixels, pixels, 3], -1, 1, 'float32', 7);
  const labels = tf.oneHot(tf.tensor1d([0, 1, 2, 0, 1, 2], 'int32'), classes);
  const losses = [];
  for (let step = 0; step < steps; step += 1) losses.push(Number(await model.trainOnBatch(pictures, labels)));
  return losses;
}

/** @param {'cpu' | 'wasm'} backend */
async function trainOn(backend) {
  await tf.setBackend(backend);
  const losses = { adam: await train(tf.train.adam(3e-3)), sgd: await train(tf.train.sgd(0.05)) };
  return { backend: tf.getBackend(), ...losses };
}

const cpu = await trainOn('cpu');
const undo = registerTrainingKernels(tf);
const wasm = await trainOn('wasm');
undo();
const without = await trainOn('wasm').then(
  () => 'trained',
  (/** @type {unknown} */ error) => String(error),
);
// biome-ignore lint/suspicious/noConsole: the test that runs this program reads its output.
console.log(JSON.stringify({ cpu, wasm, without }));
