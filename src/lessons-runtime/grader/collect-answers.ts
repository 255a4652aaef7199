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

/** Accessors of the names that the learner's code should declare. An accessor throws if its name is not declared. */
export interface AnswerAccessors {
  readonly models: Accessors;
  readonly values: Accessors;
  readonly calls: Accessors;
}

/** Saves a model under a name, for the other worker. */
export type SaveModel = (model: LayersModel, name: string) => Promise<unknown>;

/** The inputs of the check: arguments of calls, and batches. */
export type Inputs = Pick<Plan, 'calls' | 'batches'>;

/**
 * Collects the models and values of the learner's code, calls its functions with the check's arguments, and trains its models on
 * the check's batches. The training comes last, because it changes the models.
 *
 * @param tools created before the learner's code ran
 */
export async function collectAnswers(
  tf: TensorFlow,
  tools: { readonly guard: ModelGuard; readonly countLive: () => number },
  accessors: AnswerAccessors,
  inputs: Inputs,
  save: SaveModel,
): Promise<Answers> {
  const { guard, countLive } = tools;
  const models: Record<string, Answers['models'][string]> = {};
  for (const [name, access] of Object.entries(accessors.models)) {
    const model = attempt(access);
    if (!(model instanceof tf.LayersModel)) {
      models[name] = { missing: typeName(model) };
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
    if (typeof called !== 'function') calls[name] = { missing: typeName(called) };
    else {
      const results: CallAnswer[] = [];
      for (const list of inputs.calls[name] ?? []) results.push(await callOnce(tf, countLive, called, list));
      calls[name] = results;
    }
  }
  const batches: Record<string, BatchAnswer> = {};
  for (const [name, batch] of Object.entries(inputs.batches)) {
    const model = attempt(accessors.models[name] ?? (() => undefined));
    // A model with replaced methods could report any loss.
    const isIntact = model instanceof tf.LayersModel && guard.trainable(model) !== null;
    batches[name] = isIntact ? await trainOnce(tf, model, batch) : { missing: typeName(model) };
    if (isIntact && 'loss' in batches[name]) await save(model, trainedKey(name));
  }
  return { models, values: Object.fromEntries(values), calls, batches };
}

/** Trains a model for one step, as it was compiled. Returns the loss before the step. */
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

/** Returns `undefined` for a name that is not declared. */
function attempt(access: () => unknown): unknown {
  try {
    return access();
  } catch {
    return undefined;
  }
}

/** Returns the type of a value, or the name of its class. */
function typeName(value: unknown): string {
  if (value === null || typeof value !== 'object') return value === null ? 'null' : typeof value;
  return value.constructor?.name ?? 'object';
}

/** Calls a learner's function. Returns its result and the number of tensors that it leaked. */
async function callOnce(
  tf: TensorFlow,
  countLive: () => number,
  // biome-ignore lint/complexity/noBannedTypes: a learner's function with an unknown signature
  called: Function,
  args: readonly unknown[],
): Promise<CallAnswer> {
  const values = args.map((each) => deserializeArgument(tf, each));
  const before = countLive();
  try {
    const result: unknown = await called(...values);
    const tensors = tf.tensor_util
      .getTensorsInContainer(result as Parameters<typeof tf.tensor_util.getTensorsInContainer>[0])
      .filter((tensor) => !values.includes(tensor));
    const leaked = countLive() - before - tensors.length;
    const value = serializeValue(tf, result);
    tf.dispose([...tensors, ...values.filter((each) => each instanceof tf.Tensor)]);
    return { value, leaked: Number.isNaN(leaked) ? 1 : leaked };
  } catch (error) {
    return { threw: String(error).slice(0, 300) };
  }
}

function compileOf(tf: TensorFlow, model: LayersModel): CompileAnswer | null {
  const compiled = compiledWeights(model);
  if (compiled === null || model.optimizer === undefined) return null;
  const { optimizer, loss, metrics } = model;
  const unfrozen = new Set(model.trainableWeights.filter((weight) => !compiled.includes(weight)));
  return {
    loss: nameOfLoss(tf, loss),
    optimizer: optimizer.getClassName(),
    learningRate: 'learningRate' in optimizer ? (optimizer.learningRate ?? null) : null,
    metrics: Array.isArray(metrics) ? metrics.map(String) : [],
    thawedSince: leafLayers(model)
      .filter((layer) => layer.weights.some((weight) => unfrozen.has(weight)))
      .map(({ name }) => name),
  };
}

/** Returns the Keras name of a loss, also for a list with one loss; several losses are returned unchanged. */
function nameOfLoss(tf: TensorFlow, loss: LayersModel['loss'] | undefined): unknown {
  const [only, more] = Array.isArray(loss) ? loss : [loss];
  if (more !== undefined) return loss;
  return lossName(tf, only) ?? only ?? null;
}
