import type { LayersModel } from '@tensorflow/tfjs';

type Weight = LayersModel['weights'][number];

/**
 * Copies of weights from before their last training. They are outside of tfjs's memory, so that tensor counts do not include
 * them, and are garbage-collected with the weight.
 */
export interface WeightSnapshots {
  /** Copies all weights of a model that is about to be trained. */
  take(model: LayersModel): Promise<void>;
  /** Returns whether there is a copy of a weight. */
  has(weight: Weight): boolean;
  /** Returns the relative change of a layer's weights since their copies; NaN if one has no copy. */
  change(weights: readonly Weight[]): Promise<number>;
}

interface Copy {
  /** tfjs's `dataId`, which changes if and only if the weight is written. */
  readonly dataId: object;
  readonly values: ArrayLike<number>;
}

export function createWeightSnapshots(): WeightSnapshots {
  const copies = new WeakMap<Weight, Copy>();

  /** Reads a weight, unless it has not changed since its last copy, as a frozen weight has not. */
  async function copyOf(weight: Weight): Promise<Copy> {
    const tensor = weight.read();
    const existing = copies.get(weight);
    if (existing?.dataId === tensor.dataId) return existing;
    return { dataId: tensor.dataId, values: new Float32Array(await tensor.data()) };
  }

  return {
    async take({ weights }) {
      for (const weight of weights) copies.set(weight, await copyOf(weight));
    },
    has: (weight) => copies.has(weight),
    async change(weights) {
      const pairs: Pair[] = [];
      for (const weight of weights) {
        const before = copies.get(weight)?.values;
        if (before === undefined) return Number.NaN;
        pairs.push({ before, now: (await copyOf(weight)).values });
      }
      return relativeChange(pairs);
    },
  };
}

interface Pair {
  readonly before: ArrayLike<number>;
  readonly now: ArrayLike<number>;
}

/**
 * Returns the relative change of values, ‖w − w₀‖ / ‖w₀‖: exactly 0 if none changed, Infinity if all were 0 before.
 *
 * @param pairs values before and now, of equal lengths; all pairs together are one vector
 */
export function relativeChange(pairs: readonly Pair[]): number {
  let squaredChange = 0;
  let squaredNorm = 0;
  for (const { before, now } of pairs) {
    for (let at = 0; at < before.length; at += 1) {
      const old = before[at] ?? 0;
      squaredChange += ((now[at] ?? 0) - old) ** 2;
      squaredNorm += old ** 2;
    }
  }
  return squaredChange === 0 ? 0 : Math.sqrt(squaredChange / squaredNorm);
}
