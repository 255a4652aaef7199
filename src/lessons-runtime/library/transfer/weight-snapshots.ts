import type { LayersModel } from '@tensorflow/tfjs';

type Weight = LayersModel['weights'][number];

/**
 * Weights as the last training that they were in found them. The copies lie outside of tfjs's memory, so that no tensor count
 * shows them, and go with the weight.
 */
export interface WeightSnapshots {
  take(model: LayersModel): Promise<void>;
  /** Whether there is a copy: not before the first training. */
  has(weight: Weight): boolean;
  /** How far a layer's weights moved since then; NaN where one of them has no copy. */
  change(weights: readonly Weight[]): Promise<number>;
}

interface Copy {
  /** tfjs's handle of the values: it changes whenever a weight is written, and with nothing else. */
  readonly dataId: object;
  readonly values: ArrayLike<number>;
}

export function createWeightSnapshots(): WeightSnapshots {
  const copies = new WeakMap<Weight, Copy>();

  /** A frozen weight is read once, however often its model is trained. */
  async function copyOf(weight: Weight): Promise<Copy> {
    const tensor = weight.read();
    const known = copies.get(weight);
    if (known?.dataId === tensor.dataId) return known;
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
 * How far values moved, in units of how large they were: ‖w − w₀‖ / ‖w₀‖, exactly 0 where none changed. From nothing but
 * zeros there is no such measure: then Infinity.
 *
 * @param pairs before and now, of equal lengths; taken together as one vector
 */
export function relativeChange(pairs: readonly Pair[]): number {
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
