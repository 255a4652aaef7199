import type { Tensor } from '@tensorflow/tfjs';
import { replaceMethod } from '../replace-method.ts';
import type { TensorFlow } from '../tensorflow.ts';

/** Where a tensor was made, as a stack; `null` where too many were made to remember. */
export type AllocationSite = Error | null;

/** Remembers what a run makes that no `tidy` cleans up: tensors outside any, kept ones, and variables. */
interface AllocatedTensors {
  begin(): void;
  /** Those of the run that are alive. */
  end(): ReadonlyMap<Tensor, AllocationSite>;
}

/** Beyond, what was disposed of is forgotten; beyond twenty times as many alive, no more is remembered. */
const pruneAt = 1000;
const liveLimit = 20 * pruneAt;
/** Of a run's tensors so many get a stack: taking it costs as much as a small operation. */
const stackLimit = 2000;

interface Engine {
  readonly state: { readonly activeScope: unknown };
}

export function createAllocatedTensors(tf: TensorFlow): AllocatedTensors {
  let made: Map<Tensor, AllocationSite> | null = null;
  let nextPrune = pruneAt;
  let stacks = 0;

  function note(tensor: unknown): void {
    if (made === null || made.size >= liveLimit) return;
    made.set(tensor as Tensor, stacks < stackLimit ? new Error('made here') : null);
    stacks += 1;
    if (made.size < nextPrune) return;
    prune(made);
    stacks = made.size;
    nextPrune = Math.max(pruneAt, 2 * made.size);
  }

  const engine = tf.engine() as unknown as Engine;
  const prototype: object = Object.getPrototypeOf(engine);
  replaceMethod(prototype, 'track', (track) => {
    return function (this: unknown, tensor: unknown) {
      if (engine.state.activeScope === null || engine.state.activeScope === undefined) note(tensor);
      return track.call(this, tensor);
    };
  });
  replaceMethod(prototype, 'makeVariable', (makeVariable) => {
    return function (this: unknown, ...args: unknown[]) {
      const variable = makeVariable.apply(this, args);
      note(variable);
      return variable;
    };
  });
  // A cell's own `tf.keep` only: tfjs keeps dozens in every step of a training, and disposes of them.
  const { keep } = tf;
  const noted: typeof keep = (tensor) => {
    note(tensor);
    return keep(tensor);
  };
  Object.assign(tf, { keep: noted });

  return {
    begin() {
      made = new Map();
      nextPrune = pruneAt;
      stacks = 0;
    },
    end() {
      const alive = made ?? new Map<Tensor, AllocationSite>();
      made = null;
      prune(alive);
      return alive;
    },
  };
}

function prune(made: Map<Tensor, AllocationSite>): void {
  for (const tensor of made.keys()) if (tensor.isDisposed) made.delete(tensor);
}
