import type { LayersModel } from '@tensorflow/tfjs';

type Weight = LayersModel['weights'][number];

/**
 * Weights as the last training that they were in found them. The copies lie outside of tfjs's memory, so that no tensor count
 * shows them, and go with the weight.
 */
export interface WeightSnapshots {
  take(model: LayersModel): Promise<void>;
  /** `undefined` before the first training. */
  of(weight: Weight): Float32Array | undefined;
}

export function createWeightSnapshots(): WeightSnapshots {
  const copies = new WeakMap<Weight, Float32Array>();
  return {
    async take({ weights }) {
      for (const weight of weights) copies.set(weight, Float32Array.from(await weight.read().data()));
    },
    of: (weight) => copies.get(weight),
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
