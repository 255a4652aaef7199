import type { Tensor } from '@tensorflow/tfjs';
import { replaceMethod } from '../replace-method.ts';
import type { TensorFlow } from '../tensorflow.ts';

/** An error whose stack shows where a tensor was created; `null` beyond `stackLimit`. */
export type AllocationSite = Error | null;

/** Tracks the tensors that a run creates and no `tidy` disposes of: tensors outside any `tidy`, kept tensors, and variables. */
interface AllocatedTensors {
  /** Starts tracking for a run. */
  begin(): void;
  /** Stops tracking. Returns the tensors of the run that are alive. */
  end(): ReadonlyMap<Tensor, AllocationSite>;
}

/** From this number of tracked tensors on, disposed ones are removed. */
const pruneAt = 1000;
/** The maximum number of tracked tensors. */
const liveLimit = 20 * pruneAt;
/** The maximum number of stacks in a run, because creating a stack costs as much as a small operation. */
const stackLimit = 2000;

interface Engine {
  readonly state: { readonly activeScope: unknown };
}

export function createAllocatedTensors(tf: TensorFlow): AllocatedTensors {
  let tracked: Map<Tensor, AllocationSite> | null = null;
  let nextPrune = pruneAt;
  let stacks = 0;
  const { Tensor: TensorClass } = tf;

  function track(tensor: unknown): void {
    if (tracked === null || tracked.size >= liveLimit || !(tensor instanceof TensorClass)) return;
    tracked.set(tensor, stacks < stackLimit ? new Error('created here') : null);
    stacks += 1;
    if (tracked.size < nextPrune) return;
    prune(tracked);
    stacks = tracked.size;
    nextPrune = Math.max(pruneAt, 2 * tracked.size);
  }

  const engine = tf.engine() as unknown as Engine;
  const prototype: object = Object.getPrototypeOf(engine);
  replaceMethod(prototype, 'track', (original) => {
    return function (this: unknown, tensor: unknown) {
      if (engine.state.activeScope === null || engine.state.activeScope === undefined) track(tensor);
      return original.call(this, tensor);
    };
  });
  replaceMethod(prototype, 'makeVariable', (makeVariable) => {
    return function (this: unknown, ...args: unknown[]) {
      const variable = makeVariable.apply(this, args);
      track(variable);
      return variable;
    };
  });
  // Only `tf.keep` as cells call it, because tfjs itself keeps and disposes of dozens of tensors in each training step.
  const { keep } = tf;
  const trackingKeep: typeof keep = (tensor) => {
    track(tensor);
    return keep(tensor);
  };
  Object.assign(tf, { keep: trackingKeep });

  return {
    begin() {
      tracked = new Map();
      nextPrune = pruneAt;
      stacks = 0;
    },
    end() {
      const alive = tracked ?? new Map<Tensor, AllocationSite>();
      tracked = null;
      prune(alive);
      return alive;
    },
  };
}

function prune(tracked: Map<Tensor, AllocationSite>): void {
  for (const tensor of tracked.keys()) if (tensor.isDisposed) tracked.delete(tensor);
}
