import type { Optimizer } from '@tensorflow/tfjs';
import type { TensorFlow } from '../kernel/tensorflow.ts';

/**
 * Makes `compile` free what the model's optimizer before kept of each weight (two tensors a weight for Adam), as Keras's
 * goes with the optimizer. In tfjs 4.22 it stays until somebody calls `optimizer.dispose()`, which no line of Keras's does:
 * whoever compiles anew for every rate that they try fills the memory.
 *
 * An optimizer that is used again after all begins anew, as one just made does.
 */
export function disposeReplacedOptimizer(
  tf: TensorFlow,
  model: { readonly optimizer?: Optimizer | null },
  compile: () => unknown,
): unknown {
  const before = model.optimizer;
  const result = compile();
  if (before != null && before !== model.optimizer) retire(tf, before);
  return result;
}

function retire(tf: TensorFlow, optimizer: Optimizer): void {
  optimizer.dispose();
  // Momentum forgets one of its constants.
  tf.dispose(Object.values(optimizer).filter((value) => value instanceof tf.Tensor));
  const applyGradients: Optimizer['applyGradients'] = (gradients) => {
    Reflect.deleteProperty(optimizer, 'applyGradients');
    const { constructor: Kind } = optimizer;
    const fresh: object = Reflect.apply(Reflect.get(Kind, 'fromConfig'), Kind, [Kind, optimizer.getConfig()]);
    // A step of training is inside a tidy.
    for (const value of Object.values(fresh)) if (value instanceof tf.Tensor) tf.keep(value);
    Object.assign(optimizer, fresh);
    optimizer.applyGradients(gradients);
  };
  Object.assign(optimizer, { applyGradients });
}
