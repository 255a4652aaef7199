import type { LayersModel, Tensor, Variable } from '@tensorflow/tfjs';
import { OutOfMemoryError } from './out-of-memory.ts';
import type { Core, WasmBackend } from './tensor-flow.ts';

/** One batch's inputs, targets and, or null, weights of its samples. */
type Batch = (Tensor | null)[];
type Train = (data: Batch) => Tensor[];

/** A model as tfjs-layers has it inside: what trains one batch, and the optimizer that it asks. */
interface TrainedModel {
  makeTrainFunction(): Train;
  optimizer_: Pick<Core['Optimizer']['prototype'], 'minimize'>;
}

/** Of the memory that is left, so much is counted on: the rest is lost between tensors of many sizes. */
const usable = 0.8;

/**
 * Lets a training that runs out of memory say which batch would fit: it measures what one sample takes and what two take.
 * @param Model `tf.LayersModel`
 * @returns puts tfjs's own `makeTrainFunction` back
 */
export function suggestBatchSize(core: Core, Model: typeof LayersModel, limitBytes: number): () => void {
  const prototype = Model.prototype as unknown as TrainedModel;
  const { makeTrainFunction } = prototype;
  prototype.makeTrainFunction = function advising(this: TrainedModel): Train {
    const train = makeTrainFunction.call(this);
    return (data) => {
      try {
        return train(data);
      } catch (error) {
        if (!(error instanceof OutOfMemoryError)) throw error;
        const batch = data[0]?.shape[0] ?? 0;
        const fits = Math.min(batchThatFits(core, this, train, data, limitBytes), batch - 1);
        throw new OutOfMemoryError(error.requestedBytes, fits < 1 ? '' : `A batch of ${fits} would fit.`);
      }
    };
  };
  return () => {
    prototype.makeTrainFunction = makeTrainFunction;
  };
}

/** The largest power of two that fits, as far as one and two samples tell; 0 where not even they fit. */
function batchThatFits(
  core: Core,
  model: TrainedModel,
  train: Train,
  data: Batch,
  limitBytes: number,
): number {
  try {
    const one = peakBytes(core, model, train, data, 1);
    const two = peakBytes(core, model, train, data, 2);
    const perSample = Math.max(1, two - one);
    const samples = Math.floor((usable * (limitBytes - one + perSample)) / perSample);
    return samples < 1 ? 0 : 2 ** Math.floor(Math.log2(samples));
  } catch (error) {
    if (error instanceof OutOfMemoryError) return 0;
    throw error;
  }
}

/** Most bytes of tensors at once while the gradients of so many samples are computed; no weight is moved. */
function peakBytes(core: Core, model: TrainedModel, train: Train, data: Batch, samples: number): number {
  const { optimizer_: optimizer } = model;
  const { wasm } = core.backend() as unknown as WasmBackend;
  const { _malloc: allocate } = wasm;
  let peak = 0;
  wasm._malloc = (bytes) => {
    peak = Math.max(peak, core.engine().state.numBytes + bytes);
    return allocate(bytes);
  };
  model.optimizer_ = {
    minimize(loss, _returnCost, variables?: Variable[]) {
      const { value, grads } = core.variableGrads(loss, variables);
      core.dispose(grads);
      return value;
    },
  };
  const some = data.map((tensor) => tensor?.slice(0, Math.min(samples, tensor.shape[0] ?? 0)) ?? null);
  try {
    core.dispose(train(some));
    return peak;
  } finally {
    core.dispose(some.filter((tensor) => tensor !== null));
    model.optimizer_ = optimizer;
    wasm._malloc = allocate;
  }
}
