import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import { compiledWeights } from '../../kernel/network/inner-model.ts';
import { leafLayers } from '../../kernel/network/layers.ts';
import { lossName } from '../../kernel/network/loss-name.ts';
import { parameterCount } from '../../kernel/network/parameter-count.ts';
import type { TensorFlow } from '../../kernel/tensorflow.ts';
import type { Training } from '../../protocol/training.ts';
import { trainingLimits as limits } from '../../protocol/training-limits.ts';

type Weights = LayersModel['trainableWeights'];

/** What only whoever watched the training knows. */
interface WatchedFacts extends Pick<Training, 'outcome' | 'milliseconds'> {
  readonly learningRate: unknown;
}

/** The record of a model's last training: right after it, or (outcome `ended`) as it stands. */
export async function describeTraining(
  tf: TensorFlow,
  model: LayersModel,
  { outcome, milliseconds, learningRate }: WatchedFacts,
): Promise<Training> {
  const { history } = model;
  // After an error tfjs leaves the scalars as they are, unread and undisposed. A GPU that is lost cannot read them.
  // Of a training under way they are its own, and only looked at.
  if (outcome !== 'ended') await history.syncData().catch(() => {});
  const { epochs, samples, batchSize } = history.params;
  const trained = trainedWeights(model);
  const parameters = parameterCount(trained);
  const { history: logs, epoch } = history;
  const places = keptPlaces(epoch.length);
  // Looked up before anything is waited for: a training under way goes on.
  const numbers = places.map((place) => (epoch[place] ?? place) + 1);
  const curves = curveNames(Object.keys(logs))
    .slice(0, limits.curves)
    .map(async (name) => ({
      name: brief(name),
      values: await Promise.all(places.map((place) => logValue(logs[name]?.[place]))),
    }));
  return {
    outcome,
    ...nameOf(model),
    milliseconds,
    backend: brief(tf.getBackend()),
    optimizer: brief(model.optimizer.getClassName()),
    learningRate: typeof learningRate === 'number' && Number.isFinite(learningRate) ? learningRate : null,
    loss: brief(lossText(tf, model.loss)),
    batchSize: countOf(batchSize),
    samples: countOf(samples),
    epochs: countOf(epochs) ?? 0,
    parameters: { trained: parameters, frozen: Math.max(0, parameterCount(model.weights) - parameters) },
    firstTrained: firstLayerOf(model, trained),
    epoch: numbers,
    curves: await Promise.all(curves),
  };
}

/** What was moved: what `compile` collected, less what was frozen since (see `kernel/training/compile-check.ts`). */
function trainedWeights(model: LayersModel): Weights {
  const now = new Set(model.trainableWeights);
  return (compiledWeights(model) ?? []).filter((weight) => now.has(weight));
}

function firstLayerOf(model: LayersModel, weights: Weights): string | null {
  const wanted = new Set(weights);
  const first = leafLayers(model).find((layer) => layer.weights.some((weight) => wanted.has(weight)));
  return first === undefined ? null : brief(first.name);
}

/** Each metric before its validation; tfjs has all of the validation first. */
function curveNames(names: readonly string[]): readonly string[] {
  const metrics = names.map((name) => name.replace(/^val_/, ''));
  return [...new Set(metrics.flatMap((name) => [name, `val_${name}`]))].filter((name) =>
    names.includes(name),
  );
}

/** A loss has a name, or is a function; a model of several outputs has a list of them, or one for each name. */
function lossText(tf: TensorFlow, loss: unknown): string {
  if (typeof loss !== 'object' || loss === null) {
    const name = lossName(tf, loss);
    return name === '' ? 'ƒ' : (name ?? '');
  }
  return Object.values(loss)
    .map((each) => lossText(tf, each))
    .join(', ');
}

/** All places of a list, or every n-th and the last. */
function keptPlaces(length: number): readonly number[] {
  const step = Math.ceil(length / limits.epochs);
  return Array.from({ length }, (_, place) => place).filter((place) => (length - 1 - place) % step === 0);
}

/** A log as it is, or as it lies on the device; NaN where it cannot be had any more. */
async function logValue(log: number | Tensor | undefined): Promise<number> {
  if (log === undefined || typeof log === 'number') return log ?? Number.NaN;
  if (log.isDisposed) return Number.NaN;
  const [value] = await log.data().catch(() => []);
  return value ?? Number.NaN;
}

/** The name that a cell gave its model; what tfjs makes up counts the models there were. */
function nameOf({ name }: LayersModel): Pick<Training, 'model'> {
  return /^(?:model|sequential_)\d+(?:_model)?$/.test(name) ? {} : { model: brief(name) };
}

function countOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : null;
}

function brief(text: string): string {
  return text.slice(0, limits.text);
}
