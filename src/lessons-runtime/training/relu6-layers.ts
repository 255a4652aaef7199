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
 * Lets `layers.reLU({ maxValue: 6 })` and the activation `'relu6'` be one operation: tfjs makes two, each with a pass and a
 * copy of the activations in either direction. Exactly at 6 the gradient is `tf.relu6`'s.
 * @returns puts tfjs's own back
 */
export function fuseRelu6(tf: TensorFlow): () => void {
  const layers = Object.getPrototypeOf(tf.layers.reLU()) as ReluLayer;
  const { activation } = tf.layers.activation({ activation: 'relu6' }) as unknown as {
    activation: Activation;
  };
  const activations = Object.getPrototypeOf(activation) as Activation;
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
