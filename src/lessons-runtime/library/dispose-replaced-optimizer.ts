import type { Optimizer } from '@tensorflow/tfjs';
import type { TensorFlow } from '../kernel/tensorflow.ts';

/**
 * Runs `compile`, and disposes of the slots of the optimizer that it replaces (two tensors for each weight with Adam). In Keras
 * they are garbage-collected with the optimizer; tfjs 4.22 holds them until `optimizer.dispose()` is called, which no Keras
 * code does, so that compiling for each of many learning rates would fill the memory.
 *
 * A replaced optimizer that is used again starts with fresh slots.
 */
export function disposeReplacedOptimizer(
  tf: TensorFlow,
  model: { readonly optimizer?: Optimizer | null },
  compile: () => unknown,
): unknown {
  const previous = model.optimizer;
  const result = compile();
  if (previous != null && previous !== model.optimizer) disposeReusably(tf, previous);
  return result;
}

/** Disposes of an optimizer, and recreates it from its configuration if its gradients are applied again. */
function disposeReusably(tf: TensorFlow, optimizer: Optimizer): void {
  optimizer.dispose();
  // Momentum's `dispose` leaves one of its constants.
  tf.dispose(Object.values(optimizer).filter((value) => value instanceof tf.Tensor));
  const applyGradients: Optimizer['applyGradients'] = (gradients) => {
    Reflect.deleteProperty(optimizer, 'applyGradients');
    const { constructor: Class } = optimizer;
    const fresh: object = Reflect.apply(Reflect.get(Class, 'fromConfig'), Class, [
      Class,
      optimizer.getConfig(),
    ]);
    // A training step runs inside `tf.tidy`.
    for (const value of Object.values(fresh)) if (value instanceof tf.Tensor) tf.keep(value);
    Object.assign(optimizer, fresh);
    optimizer.applyGradients(gradients);
  };
  Object.assign(optimizer, { applyGradients });
}
