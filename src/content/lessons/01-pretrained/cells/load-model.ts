import * as tf from '@tensorflow/tfjs';
import { efficientNetLite0 } from 'deshielo';

const model = await efficientNetLite0({
  weights: 'imagenet',
  inputShape: [224, 224, 3],
});

// es: lo que hay dentro: cuántas capas, cuántos pesos, qué entra y qué sale
// en: what is inside: how many layers, how many weights, what goes in and what comes out
display([
  {
    layers: model.layers.length,
    weights: model.countParams(),
    input: JSON.stringify(model.inputs[0]?.shape),
    output: JSON.stringify(model.outputs[0]?.shape),
    backend: tf.getBackend(),
  },
]);
