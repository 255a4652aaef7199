import type { Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from './tensor-flow.ts';

interface ReluLayer {
  readonly maxValue?: number | null;
  call(inputs: Tensor | Tensor[], kwargs: unknown): Tensor;
}
interface Activation {
  apply(x: Tensor): Tensor;
}

/**
 * Makes `layers.reLU({ maxValue: 6 })` and the activation `'relu6'` one operation instead of tfjs's two, each of which passes
 * over the activations and copies them, forward and backward. Exactly at 6 the gradient is that of `tf.relu6`.
 * @returns a function that restores tfjs's own
 */
export function fuseRelu6(tf: TensorFlow): () => void {
  const layers: ReluLayer = Object.getPrototypeOf(tf.layers.reLU());
  const { activation } = tf.layers.activation({ activation: 'relu6' }) as unknown as {
    activation: Activation;
  };
  const activations: Activation = Object.getPrototypeOf(activation);
  const { call } = layers;
  const { apply } = activations;
  layers.call = function relu6OrRelu(this: ReluLayer, inputs, kwargs) {
    const [only = inputs] = Array.isArray(inputs) ? inputs : [inputs];
    return this.maxValue === 6 ? tf.relu6(only as Tensor) : call.call(this, inputs, kwargs);
  };
  activations.apply = (x) => tf.relu6(x);
  return () => {
    layers.call = call;
    activations.apply = apply;
  };
}
