import type { LayersModel } from '@tensorflow/tfjs';
import { innerModel } from './inner-model.ts';

type Weight = LayersModel['weights'][number];

/** Copies of weights as they were, by the weight; outside of tfjs's memory, so that no tensor count shows them. */
export type WeightCopies = ReadonlyMap<Weight, Float32Array>;

/** The weights of each model as its last training found them. A model that nobody holds any more takes its copy along. */
export interface WeightSnapshots {
  take(model: LayersModel): Promise<void>;
  /** `null` before the first training. */
  of(model: LayersModel): WeightCopies | null;
}

export function createWeightSnapshots(): WeightSnapshots {
  const snapshots = new WeakMap<LayersModel, WeightCopies>();
  return {
    async take(model) {
      const copies = new Map<Weight, Float32Array>();
      for (const weight of model.weights) copies.set(weight, Float32Array.from(await weight.read().data()));
      snapshots.set(innerModel(model), copies);
    },
    of: (model) => snapshots.get(innerModel(model)) ?? null,
  };
}

/**
 * How far values moved, in units of how large they were: ‖w − w₀‖ / ‖w₀‖, exactly 0 where none changed. From nothing but
 * zeros there is no such measure: then Infinity.
 *
 * @param pairs before and now, of equal lengths; taken together as one vector
 */
export function relativeChange(
  pairs: readonly { readonly before: ArrayLike<number>; readonly now: ArrayLike<number> }[],
): number {
  let moved = 0;
  let size = 0;
  for (const { before, now } of pairs) {
    for (let at = 0; at < before.length; at += 1) {
      const old = before[at] ?? 0;
      moved += ((now[at] ?? 0) - old) ** 2;
      size += old ** 2;
    }
  }
  return moved === 0 ? 0 : Math.sqrt(moved / size);
}
