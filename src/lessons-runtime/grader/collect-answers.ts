import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import {
  type Answers,
  type BatchAnswer,
  type CallAnswer,
  type CompileAnswer,
  modelKey,
  trainedKey,
} from '../grading/answers.ts';
import type { Plan } from '../grading/ruling.ts';
import { compiledWeights } from '../kernel/network/inner-model.ts';
import { leafLayers } from '../kernel/network/layers.ts';
import { lossName } from '../kernel/network/loss-name.ts';
import type { TensorFlow } from '../kernel/tensorflow.ts';
import type { ModelGuard } from './guard-models.ts';
import { assertInputsMatch, InputMismatch } from './model-facts.ts';
import { deserializeArgument, serializeValue } from './serialized-value.ts';

type Accessors = Readonly<Record<string, () => unknown>>;

/** The names that the learner's code was to declare. */
export interface AnswerAccessors {
  readonly models: Accessors;
  readonly values: Accessors;
  readonly calls: Accessors;
}

/** Gives a model away, under a name. */
export type Save = (model: LayersModel, name: string) => Promise<unknown>;

/** What the check drew. */
export type Inputs = Pick<Plan, 'calls' | 'batches'>;

/**
 * Reads what the learner's code came to, calls its functions with the check's arguments, and trains its models on the check's
 * batches: last, since that changes them.
 */
export async function collectAnswers(
  tf: TensorFlow,
  { guard, countLive }: { readonly guard: ModelGuard; readonly countLive: () => number },
  accessors: AnswerAccessors,
  inputs: Inputs,
  save: Save,
): Promise<Answers> {
  const models: Record<string, Answers['models'][string]> = {};
  for (const [name, access] of Object.entries(accessors.models)) {
    const model = attempt(access);
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
  const values = Object.entries(accessors.values).map(([name, access]) => {
    const value = attempt(access);
    return [name, value === undefined ? { missing: 'undefined' } : { value: serializeValue(tf, value) }];
  });
  const calls: Record<string, Answers['calls'][string]> = {};
  for (const [name, access] of Object.entries(accessors.calls)) {
    const called = attempt(access);
    if (typeof called !== 'function') calls[name] = { missing: kindOf(called) };
    else {
      const results: CallAnswer[] = [];
      for (const list of inputs.calls[name] ?? []) results.push(await callOnce(tf, countLive, called, list));
      calls[name] = results;
    }
  }
  const batches: Record<string, BatchAnswer> = {};
  for (const [name, batch] of Object.entries(inputs.batches)) {
    const model = attempt(accessors.models[name] ?? (() => undefined));
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
): Promise<BatchAnswer> {
  const [xs, ys] = batch.map((each) => deserializeArgument(tf, each)) as [Tensor, Tensor];
  try {
    assertInputsMatch(model, xs, ys);
    const [loss] = [model.evaluate(xs, ys)].flat();
    const before = (await loss?.data())?.[0];
    await model.trainOnBatch(xs, ys);
    return { loss: serializeValue(tf, before) };
  } catch (error) {
    if (error instanceof InputMismatch) return { expected: error.expected, found: error.found };
    return { missing: String(error).slice(0, 300) };
  } finally {
    tf.dispose([xs, ys]);
  }
}

/** `undefined` for a name that is not there. */
function attempt(access: () => unknown): unknown {
  try {
    return access();
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
): Promise<CallAnswer> {
  const revived = args.map((each) => deserializeArgument(tf, each));
  const before = countLive();
  try {
    const result: unknown = await called(...revived);
    const made = tf.tensor_util
      .getTensorsInContainer(result as Parameters<typeof tf.tensor_util.getTensorsInContainer>[0])
      .filter((tensor) => !revived.includes(tensor));
    const leaked = countLive() - before - made.length;
    const value = serializeValue(tf, result);
    tf.dispose([...made, ...revived] as never);
    return { value, leaked: Number.isNaN(leaked) ? 1 : leaked };
  } catch (error) {
    return { threw: String(error).slice(0, 300) };
  }
}

function compileOf(tf: TensorFlow, model: LayersModel): CompileAnswer | null {
  const collected = compiledWeights(model);
  if (collected === null || model.optimizer === undefined) return null;
  const { optimizer, loss, metrics } = model;
  const now = new Set(model.trainableWeights.filter((weight) => !collected.includes(weight)));
  return {
    loss: nameOfLoss(tf, loss),
    optimizer: optimizer.getClassName(),
    learningRate: 'learningRate' in optimizer ? (optimizer.learningRate ?? null) : null,
    metrics: Array.isArray(metrics) ? metrics.map(String) : [],
    thawedSince: leafLayers(model)
      .filter((layer) => layer.weights.some((weight) => now.has(weight)))
      .map(({ name }) => name),
  };
}

/** As Keras calls it, also in a list of one; several are left as they are. */
function nameOfLoss(tf: TensorFlow, loss: LayersModel['loss'] | undefined): unknown {
  const [only, more] = Array.isArray(loss) ? loss : [loss];
  if (more !== undefined) return loss;
  return lossName(tf, only) ?? only ?? null;
}
