import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import { compiledWeights } from '../../kernel/network/inner-model.ts';
import { leafLayers } from '../../kernel/network/layers.ts';
import { lossName } from '../../kernel/network/loss-name.ts';
import { parameterCount } from '../../kernel/network/parameter-count.ts';
import type { TensorFlow } from '../../kernel/tensorflow.ts';
import type { Training } from '../../protocol/training.ts';
import { trainingLimits as limits } from '../../protocol/training-limits.ts';

type Weights = LayersModel['trainableWeights'];

/** What a model does not know about its training. */
interface ObservedFacts extends Pick<Training, 'outcome' | 'milliseconds'> {
  /** The optimizer's when the training began. */
  readonly learningRate: unknown;
}

/**
 * Describes a model's last training for the log, when it has ended, or while it goes on: then with the outcome `ended`, which
 * applies if the worker is terminated before the next description.
 */
export async function describeTraining(
  tf: TensorFlow,
  model: LayersModel,
  { outcome, milliseconds, learningRate }: ObservedFacts,
): Promise<Training> {
  const { history } = model;
  // After an error tfjs leaves its scalars unread and undisposed; `syncData` reads and disposes of them, and fails if the GPU's
  // context is lost. While the training goes on they must not be disposed of.
  if (outcome !== 'ended') await history.syncData().catch(() => {});
  const { epochs, samples, batchSize } = history.params;
  const trained = trainedWeights(model);
  const parameters = parameterCount(trained);
  const { history: logs, epoch } = history;
  const indices = sampledIndices(epoch.length);
  // Read before the first `await`, because a training that goes on changes them.
  const epochNumbers = indices.map((index) => (epoch[index] ?? index) + 1);
  const curves = curveNames(Object.keys(logs))
    .slice(0, limits.curves)
    .map(async (name) => ({
      name: truncate(name),
      values: await Promise.all(indices.map((index) => readLog(logs[name]?.[index]))),
    }));
  return {
    outcome,
    ...givenName(model),
    milliseconds,
    backend: truncate(tf.getBackend()),
    optimizer: truncate(model.optimizer.getClassName()),
    learningRate: typeof learningRate === 'number' && Number.isFinite(learningRate) ? learningRate : null,
    loss: truncate(lossText(tf, model.loss)),
    batchSize: countOrNull(batchSize),
    samples: countOrNull(samples),
    epochs: countOrNull(epochs) ?? 0,
    parameters: { trained: parameters, frozen: Math.max(0, parameterCount(model.weights) - parameters) },
    firstTrained: firstLayerOf(model, trained),
    epoch: epochNumbers,
    curves: await Promise.all(curves),
  };
}

/** Returns the weights that `compile` collected, without those frozen since then (see `kernel/training/compile-check.ts`). */
function trainedWeights(model: LayersModel): Weights {
  const trainable = new Set(model.trainableWeights);
  return (compiledWeights(model) ?? []).filter((weight) => trainable.has(weight));
}

/** Returns the name of the first layer that has one of some weights. */
function firstLayerOf(model: LayersModel, weights: Weights): string | null {
  const wanted = new Set(weights);
  const first = leafLayers(model).find((layer) => layer.weights.some((weight) => wanted.has(weight)));
  return first === undefined ? null : truncate(first.name);
}

/** Orders the names so that each metric is followed by its validation; tfjs has all validation metrics first. */
function curveNames(names: readonly string[]): readonly string[] {
  const metrics = names.map((name) => name.replace(/^val_/, ''));
  return [...new Set(metrics.flatMap((name) => [name, `val_${name}`]))].filter((name) =>
    names.includes(name),
  );
}

/** Returns the loss, or the losses of all outputs, as text; `ƒ` for a function without a name. */
function lossText(tf: TensorFlow, loss: unknown): string {
  if (typeof loss !== 'object' || loss === null) {
    const name = lossName(tf, loss);
    return name === '' ? 'ƒ' : (name ?? '');
  }
  return Object.values(loss)
    .map((each) => lossText(tf, each))
    .join(', ');
}

/** Returns the indices of all epochs; of more than the log accepts, of every nth up to and including the last. */
function sampledIndices(length: number): readonly number[] {
  const step = Math.ceil(length / limits.epochs);
  return Array.from({ length }, (_, index) => index).filter((index) => (length - 1 - index) % step === 0);
}

/** Reads a log value, which tfjs may hold as a scalar tensor; NaN if that was disposed of or cannot be read. */
async function readLog(log: number | Tensor | undefined): Promise<number> {
  if (log === undefined || typeof log === 'number') return log ?? Number.NaN;
  if (log.isDisposed) return Number.NaN;
  const [value] = await log.data().catch(() => []);
  return value ?? Number.NaN;
}

/** Returns the name that a cell gave its model, but not one that tfjs generated, such as `sequential_3`. */
function givenName({ name }: LayersModel): Pick<Training, 'model'> {
  return /^(?:model|sequential_)\d+(?:_model)?$/.test(name) ? {} : { model: truncate(name) };
}

function countOrNull(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : null;
}

function truncate(text: string): string {
  return text.slice(0, limits.text);
}
