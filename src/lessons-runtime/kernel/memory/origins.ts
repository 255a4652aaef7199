import { replaceMethod } from '../replace-method.ts';
import type { TensorFlow } from '../tensorflow.ts';

/** What a function or a dataset of tfjs was made of: it keeps that where no walk comes. */
export interface Origins {
  /** `undefined` where it is none of those known here. */
  of(value: object): unknown;
}

/** What makes a function of a function. No other function of tfjs gives one that keeps what it was given. */
const gradients = ['grad', 'grads', 'valueAndGrad', 'valueAndGrads', 'customGrad'] as const;
const datasets = ['array', 'generator', 'func', 'zip', 'csv'] as const;

export function createOrigins(tf: TensorFlow): Origins {
  const origins = new WeakMap<object, unknown>();

  function remembering(make: (...of: never[]) => object): (...of: unknown[]) => object {
    return (...of) => {
      const made = make(...(of as never[]));
      origins.set(made, of);
      return made;
    };
  }

  Object.assign(tf, Object.fromEntries(gradients.map((name) => [name, remembering(tf[name])])));
  const data = Object.fromEntries(datasets.map((name) => [name, remembering(tf.data[name])]));
  Object.assign(tf, { data: { ...tf.data, ...data } });

  const { Dataset } = tf.data;
  const names = Object.getOwnPropertyNames(Dataset.prototype);
  for (const name of names.filter((each) => each !== 'constructor' && isMethod(Dataset.prototype, each))) {
    replaceMethod(Dataset.prototype, name, (method) => {
      return function (this: unknown, ...args: unknown[]) {
        const made = method.apply(this, args);
        if (made instanceof Dataset) origins.set(made, [this, args]);
        return made;
      };
    });
  }

  return { of: (value) => origins.get(value) };
}

function isMethod(prototype: object, name: string): boolean {
  return typeof Object.getOwnPropertyDescriptor(prototype, name)?.value === 'function';
}
