import type { LayersModel } from '@tensorflow/tfjs';
import { snapshotRealm } from '../kernel/hardening/harden-realm.ts';
import { containerPrototype, modelInside } from '../kernel/network/inner-model.ts';
import { isModel, type Layer } from '../kernel/network/layers.ts';
import type { TensorFlow } from '../kernel/tensorflow.ts';

/** What is really so of a model, whatever a cell did to tfjs: read in one go, so that nothing comes in between. */
export interface ModelGuard {
  /**
   * Which layers are trainable, by name; `null` where the model, or tfjs, was tampered with: a model's own method or getter
   * in the place of its class's could say anything.
   */
  trainable(model: LayersModel): Readonly<Record<string, boolean>> | null;
}

/** Remembers tfjs's classes as they are now: before any code of a learner's. */
export function guardModels(tf: TensorFlow): ModelGuard {
  const realm = snapshotRealm({});
  const classes = Object.values(tf.serialization.SerializationMap.getMap().classNameMap).map(
    ([made]) => made,
  );
  const prototypes = new Set<object>([containerPrototype(tf), tf.layers.Layer.prototype]);
  for (const made of [...classes, tf.LayersModel, tf.Sequential, tf.Tensor, tf.Variable, tf.Optimizer]) {
    prototypes.add(made.prototype as object);
  }
  for (const prototype of prototypes) realm.protect(prototype);

  return {
    trainable(model) {
      if (!realm.repair()) return null;
      const parts = partsOf(model);
      if (parts.some(hasTricks)) return null;
      return Object.fromEntries(
        parts.filter((part) => !isModel(part)).map(({ name, trainable }) => [name, Boolean(trainable)]),
      );
    },
  };
}

/** The model, the models inside it and their layers. */
function partsOf(model: LayersModel): readonly Layer[] {
  const inner = modelInside(model);
  return [
    model,
    ...(inner === null ? [] : [inner]),
    ...model.layers.flatMap((layer) => (isModel(layer) ? partsOf(layer) : [layer])),
  ];
}

/** Whether an object has a getter, or anything in the place of a method or getter of its class. */
function hasTricks(object: object): boolean {
  const prototype: object = Object.getPrototypeOf(object);
  return Reflect.ownKeys(object).some((key) => {
    const property = Object.getOwnPropertyDescriptor(object, key);
    return property?.get !== undefined || property?.set !== undefined || isClassPart(prototype, key);
  });
}

function isClassPart(prototype: object | null, key: PropertyKey): boolean {
  for (let at = prototype; at !== null && at !== Object.prototype; at = Object.getPrototypeOf(at)) {
    const property = Object.getOwnPropertyDescriptor(at, key);
    if (property !== undefined) return property.get !== undefined || typeof property.value === 'function';
  }
  return false;
}
