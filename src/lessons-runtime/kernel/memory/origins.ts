import { replaceMethod } from '../replace-method.ts';
import type { TensorFlow } from '../tensorflow.ts';

/** The arguments that functions and datasets of tfjs were created with, which they hold in closures. */
export interface Origins {
  /** Returns the arguments of a function or a dataset; `undefined` for other objects. */
  of(value: object): unknown;
}

/** The only functions of tfjs that return a function which holds their arguments. */
const gradients = ['grad', 'grads', 'valueAndGrad', 'valueAndGrads', 'customGrad'] as const;
const datasets = ['array', 'generator', 'func', 'zip', 'csv'] as const;

export function createOrigins(tf: TensorFlow): Origins {
  const origins = new WeakMap<object, unknown>();

  function recording(create: (...args: never[]) => object): (...args: never[]) => object {
    return (...args) => {
      const created = create(...args);
      origins.set(created, args);
      return created;
    };
  }

  Object.assign(tf, Object.fromEntries(gradients.map((name) => [name, recording(tf[name])])));
  const data = Object.fromEntries(datasets.map((name) => [name, recording(tf.data[name])]));
  Object.assign(tf, { data: { ...tf.data, ...data } });

  const { Dataset } = tf.data;
  const names = Object.getOwnPropertyNames(Dataset.prototype);
  for (const name of names.filter((each) => each !== 'constructor' && isMethod(Dataset.prototype, each))) {
    replaceMethod(Dataset.prototype, name, (method) => {
      return function (this: unknown, ...args: unknown[]) {
        const result = method.apply(this, args);
        if (result instanceof Dataset) origins.set(result, [this, args]);
        return result;
      };
    });
  }

  return { of: (value) => origins.get(value) };
}

function isMethod(prototype: object, name: string): boolean {
  return typeof Object.getOwnPropertyDescriptor(prototype, name)?.value === 'function';
}
