import type { LayersModel } from '@tensorflow/tfjs';
import type { Training } from '../../protocol/training.ts';
import { trainingLimits as limits } from '../../protocol/training-limits.ts';
import { type Container, leafLayers } from '../keras/container.ts';

type Weights = Container['trainableWeights'];

/** What only whoever watched the training knows. */
export interface WatchedFacts extends Pick<Training, 'outcome' | 'milliseconds'> {
  readonly learningRate: unknown;
}

/**
 * The record of a model's last training, to be made right after it.
 * @param backend the tfjs backend it ran on
 */
export async function describeTraining(
  backend: string,
  model: LayersModel,
  { outcome, milliseconds, learningRate }: WatchedFacts,
): Promise<Training> {
  const { history } = model;
  // After an error tfjs leaves the scalars as they are, unread and undisposed. A GPU that is lost cannot read them.
  await history.syncData().catch(() => {});
  const { epochs, samples, batchSize } = history.params;
  const trained = trainedWeights(model as unknown as Container);
  const parameters = sizeOf(trained);
  const places = keptPlaces(history.epoch.length);
  return {
    outcome,
    milliseconds,
    backend: brief(backend),
    optimizer: brief(model.optimizer.getClassName()),
    learningRate: typeof learningRate === 'number' && Number.isFinite(learningRate) ? learningRate : null,
    loss: brief(lossName(model.loss)),
    batchSize: countOf(batchSize),
    samples: countOf(samples),
    epochs: countOf(epochs) ?? 0,
    parameters: { trained: parameters, frozen: Math.max(0, sizeOf(model.weights) - parameters) },
    firstTrained: firstLayerOf(model as unknown as Container, trained),
    epoch: places.map((place) => (history.epoch[place] ?? place) + 1),
    curves: curveNames(Object.keys(history.history))
      .slice(0, limits.curves)
      .map((name) => ({
        name: brief(name),
        values: places.map((place) => number(history.history[name]?.[place])),
      })),
  };
}

/** What was moved: what `compile` collected, less what was frozen since (see `keras/compile-check.ts`). */
function trainedWeights({ collectedTrainableWeights = [], trainableWeights }: Container): Weights {
  const now = new Set(trainableWeights);
  return collectedTrainableWeights.filter((weight) => now.has(weight));
}

function firstLayerOf(model: Container, weights: Weights): string | null {
  const wanted = new Set(weights);
  const first = leafLayers(model).find((layer) => layer.weights.some((weight) => wanted.has(weight)));
  return first === undefined ? null : brief(first.name);
}

function sizeOf(weights: readonly { readonly shape: readonly (number | null)[] }[]): number {
  const sizes = weights.map(({ shape }) => shape.reduce<number>((size, side) => size * (side ?? 0), 1));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Each metric before its validation; tfjs has all of the validation first. */
function curveNames(names: readonly string[]): readonly string[] {
  const metrics = names.map((name) => name.replace(/^val_/, ''));
  return [...new Set(metrics.flatMap((name) => [name, `val_${name}`]))].filter((name) =>
    names.includes(name),
  );
}

/** A loss has a name, or is a function; a model of several outputs has a list of them, or one for each name. */
function lossName(loss: unknown): string {
  if (typeof loss === 'string') return loss;
  if (typeof loss === 'function') return loss.name || 'ƒ';
  return typeof loss === 'object' && loss !== null ? Object.values(loss).map(lossName).join(', ') : '';
}

/** All places of a list, or every n-th and the last. */
function keptPlaces(length: number): readonly number[] {
  const step = Math.ceil(length / limits.epochs);
  return Array.from({ length }, (_, place) => place).filter((place) => (length - 1 - place) % step === 0);
}

function number(value: unknown): number {
  return typeof value === 'number' ? value : Number.NaN;
}

function countOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : null;
}

function brief(text: string): string {
  return text.slice(0, limits.text);
}
