import type { LayersModel } from '@tensorflow/tfjs';
import { snapshotRealm } from '../kernel/hardening/harden-realm.ts';
import { containerPrototype, modelInside } from '../kernel/network/inner-model.ts';
import { isModel, type Layer } from '../kernel/network/layers.ts';
import type { TensorFlow } from '../kernel/tensorflow.ts';

/** Reads properties of models reliably, even if a cell has changed tfjs. */
export interface ModelGuard {
  /**
   * Returns which layers are trainable, by name; `null` if the model or tfjs was tampered with, e.g. if a method of the model
   * overrides that of its class.
   */
  trainable(model: LayersModel): Readonly<Record<string, boolean>> | null;
}

/** Records tfjs's classes. Call it before any code of a learner runs. */
export function guardModels(tf: TensorFlow): ModelGuard {
  const realm = snapshotRealm({});
  const classes = Object.values(tf.serialization.SerializationMap.getMap().classNameMap).map(
    ([type]) => type,
  );
  const prototypes = new Set<object>([containerPrototype(tf), tf.layers.Layer.prototype]);
  for (const { prototype } of [
    ...classes,
    tf.LayersModel,
    tf.Sequential,
    tf.Tensor,
    tf.Variable,
    tf.Optimizer,
  ]) {
    prototypes.add(prototype);
  }
  for (const prototype of prototypes) realm.protect(prototype);

  return {
    trainable(model) {
      if (!realm.repair()) return null;
      const parts = partsOf(model);
      if (parts.some(hasOverrides)) return null;
      return Object.fromEntries(
        parts.filter((part) => !isModel(part)).map(({ name, trainable }) => [name, Boolean(trainable)]),
      );
    },
  };
}

/** Returns a model with its nested models and all their layers. */
function partsOf(model: LayersModel): readonly Layer[] {
  const inner = modelInside(model);
  return [
    model,
    ...(inner === null ? [] : [inner]),
    ...model.layers.flatMap((layer) => (isModel(layer) ? partsOf(layer) : [layer])),
  ];
}

/** Returns whether an object has a getter of its own, or overrides a method or getter of its class. */
function hasOverrides(object: object): boolean {
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
