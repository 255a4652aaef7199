import * as tf from '@tensorflow/tfjs';
import { efficientNetLite0 } from 'deshielo';

const model = await efficientNetLite0({ weights: 'imagenet' });

// es: lo que hay dentro: cuántas capas, cuántos pesos, qué entra y qué sale
// en: what is inside: how many layers, how many weights, what goes in and what comes out
display({
  layers: model.layers.length,
  weights: model.countParams(),
  input: model.inputs.map((tensor) => tensor.shape),
  output: model.outputs.map((tensor) => tensor.shape),
  backend: tf.getBackend(),
});
