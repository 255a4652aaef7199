import type { LayersModel, Tensor, Variable } from '@tensorflow/tfjs';
import { OutOfMemoryError } from './out-of-memory.ts';
import type { Core, WasmBackend } from './tensor-flow.ts';

/** The inputs, targets and sample weights (or null) of one batch. */
type Batch = (Tensor | null)[];
type Train = (data: Batch) => Tensor[];

/** Private members of a model in tfjs-layers. */
interface TrainedModel {
  makeTrainFunction(): Train;
  optimizer_: Pick<Core['Optimizer']['prototype'], 'minimize'>;
}

/** The share of the remaining memory that is expected to be usable; the rest is lost to fragmentation. */
const usableShare = 0.8;

/**
 * Makes the `OutOfMemoryError` of a training step name a batch size that would fit, by measuring one and two samples.
 * @param Model `tf.LayersModel`
 * @returns a function that restores tfjs's own `makeTrainFunction`
 */
export function suggestBatchSize(core: Core, Model: typeof LayersModel, limitBytes: number): () => void {
  const prototype = Model.prototype as unknown as TrainedModel;
  const { makeTrainFunction } = prototype;
  prototype.makeTrainFunction = function makeAdvisingTrainFunction(this: TrainedModel): Train {
    const train = makeTrainFunction.call(this);
    return (data) => {
      try {
        return train(data);
      } catch (error) {
        if (!(error instanceof OutOfMemoryError)) throw error;
        const batch = data[0]?.shape[0] ?? 0;
        const fits = Math.min(estimateBatchSize(core, this, train, data, limitBytes), batch - 1);
        throw new OutOfMemoryError(error.requestedBytes, fits < 1 ? '' : `A batch of ${fits} would fit.`);
      }
    };
  };
  return () => {
    prototype.makeTrainFunction = makeTrainFunction;
  };
}

/** Extrapolates from one and two samples to the largest power of two that fits; 0 if they do not fit. */
function estimateBatchSize(
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
    const samples = Math.floor((usableShare * (limitBytes - one + perSample)) / perSample);
    return samples < 1 ? 0 : 2 ** Math.floor(Math.log2(samples));
  } catch (error) {
    if (error instanceof OutOfMemoryError) return 0;
    throw error;
  }
}

/** Measures the most bytes of tensors while the gradients of some samples are computed. Does not change the weights. */
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
  const slices = data.map((tensor) => tensor?.slice(0, Math.min(samples, tensor.shape[0] ?? 0)) ?? null);
  try {
    core.dispose(train(slices));
    return peak;
  } finally {
    core.dispose(slices.filter((tensor) => tensor !== null));
    model.optimizer_ = optimizer;
    wasm._malloc = allocate;
  }
}
