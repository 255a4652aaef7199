import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import {
  type Answers,
  type HandedBatch,
  type HandedCall,
  type HandedCompile,
  modelKey,
  trainedKey,
} from '../../grading/answers.ts';
import type { Plan } from '../../grading/ruling.ts';
import { type Container, leafLayers } from '../keras/container.ts';
import type { TensorFlow } from '../tensorflow.ts';
import { compiledWeights } from '../transfer/inner-model.ts';
import type { ModelGuard } from './guard-models.ts';
import { encodeValue, reviveArgument } from './handed-value.ts';
import { expectFit, UnfitModel } from './model-facts.ts';

type Look = Readonly<Record<string, () => unknown>>;

/** The names that the learner's code was to declare. */
export interface Looks {
  readonly models: Look;
  readonly values: Look;
  readonly calls: Look;
}

/** Gives a model away, under a name. */
export type Save = (model: LayersModel, name: string) => Promise<unknown>;

/** What the check drew. */
export type Inputs = Pick<Plan, 'calls' | 'batches'>;

/**
 * Reads what the learner's code came to, calls its functions with the check's arguments, and trains its models on the check's
 * batches: last, since that changes them.
 */
export async function handOver(
  tf: TensorFlow,
  { guard, countLive }: { readonly guard: ModelGuard; readonly countLive: () => number },
  looks: Looks,
  inputs: Inputs,
  save: Save,
): Promise<Answers> {
  const models: Record<string, Answers['models'][string]> = {};
  for (const [name, look] of Object.entries(looks.models)) {
    const model = attempt(look);
    if (!(model instanceof tf.LayersModel)) {
      models[name] = { missing: kindOf(model) };
      continue;
    }
    const trainable = guard.trainable(model);
    if (trainable === null) models[name] = { missing: 'a model with methods or getters of its own' };
    else {
      models[name] = { compiled: compileOf(tf, model), trainable };
      await save(model, modelKey(name));
    }
  }
  const values = Object.entries(looks.values).map(([name, look]) => {
    const value = attempt(look);
    return [name, value === undefined ? { missing: 'undefined' } : { value: encodeValue(tf, value) }];
  });
  const calls: Record<string, Answers['calls'][string]> = {};
  for (const [name, look] of Object.entries(looks.calls)) {
    const called = attempt(look);
    if (typeof called !== 'function') calls[name] = { missing: kindOf(called) };
    else {
      const results: HandedCall[] = [];
      for (const list of inputs.calls[name] ?? []) results.push(await callOnce(tf, countLive, called, list));
      calls[name] = results;
    }
  }
  const batches: Record<string, HandedBatch> = {};
  for (const [name, batch] of Object.entries(inputs.batches)) {
    const model = attempt(looks.models[name] ?? (() => undefined));
    // What may have been put in the place of its methods could say anything.
    const isWhole = model instanceof tf.LayersModel && guard.trainable(model) !== null;
    batches[name] = isWhole ? await trainOnce(tf, model, batch) : { missing: kindOf(model) };
    if (isWhole && 'loss' in batches[name]) await save(model, trainedKey(name));
  }
  return { models, values: Object.fromEntries(values), calls, batches };
}

/** One step, as the model was compiled. */
async function trainOnce(
  tf: TensorFlow,
  model: LayersModel,
  batch: readonly [unknown, unknown],
): Promise<HandedBatch> {
  const [xs, ys] = batch.map((each) => reviveArgument(tf, each)) as [Tensor, Tensor];
  try {
    expectFit(model, xs, ys);
    const [loss] = [model.evaluate(xs, ys)].flat();
    const before = (await loss?.data())?.[0];
    await model.trainOnBatch(xs, ys);
    return { loss: encodeValue(tf, before) };
  } catch (error) {
    if (error instanceof UnfitModel) return { expected: error.expected, found: error.found };
    return { missing: String(error).slice(0, 300) };
  } finally {
    tf.dispose([xs, ys]);
  }
}

/** `undefined` for a name that is not there. */
function attempt(look: () => unknown): unknown {
  try {
    return look();
  } catch {
    return undefined;
  }
}

function kindOf(value: unknown): string {
  if (value === null || typeof value !== 'object') return value === null ? 'null' : typeof value;
  return value.constructor?.name ?? 'object';
}

async function callOnce(
  tf: TensorFlow,
  countLive: () => number,
  // biome-ignore lint/complexity/noBannedTypes: a learner's function, of which nothing is known
  called: Function,
  args: readonly unknown[],
): Promise<HandedCall> {
  const revived = args.map((each) => reviveArgument(tf, each));
  const before = countLive();
  try {
    const result: unknown = await called(...revived);
    const made = tf.tensor_util
      .getTensorsInContainer(result as Parameters<typeof tf.tensor_util.getTensorsInContainer>[0])
      .filter((tensor) => !revived.includes(tensor));
    const leaked = countLive() - before - made.length;
    const value = encodeValue(tf, result);
    tf.dispose([...made, ...revived] as never);
    return { value, leaked: Number.isNaN(leaked) ? 1 : leaked };
  } catch (error) {
    return { threw: String(error).slice(0, 300) };
  }
}

function compileOf(tf: TensorFlow, model: LayersModel): HandedCompile | null {
  const container = model as unknown as Container;
  const collected = compiledWeights(model);
  if (collected === null || model.optimizer === undefined) return null;
  const { optimizer, loss, metrics } = model;
  const now = new Set(model.trainableWeights.filter((weight) => !collected.includes(weight)));
  return {
    loss: nameOfLoss(tf, loss),
    optimizer: optimizer.getClassName(),
    learningRate: 'learningRate' in optimizer ? (optimizer.learningRate ?? null) : null,
    metrics: Array.isArray(metrics) ? metrics.map(String) : [],
    thawedSince: leafLayers(container)
      .filter((layer) => layer.weights.some((weight) => now.has(weight as never)))
      .map(({ name }) => name),
  };
}

/** As Keras calls it: of a list of one, and of a function of tfjs's own, which has another name once it is minified. */
function nameOfLoss(tf: TensorFlow, loss: LayersModel['loss'] | undefined): unknown {
  const [only, more] = Array.isArray(loss) ? loss : [loss];
  if (more !== undefined) return loss;
  if (typeof only !== 'function') return only ?? null;
  const known = [...Object.entries(tf.metrics), ...Object.entries(tf.losses)];
  return known.find(([, own]) => own === only)?.[0] ?? only.name;
}
