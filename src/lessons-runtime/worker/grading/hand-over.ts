import type { LayersModel } from '@tensorflow/tfjs';
import { type Answers, type HandedCall, type HandedCompile, modelKey } from '../../grading/answers.ts';
import { type Container, leafLayers } from '../keras/container.ts';
import type { TensorFlow } from '../tensorflow.ts';
import { compiledWeights } from '../transfer/inner-model.ts';
import type { ModelGuard } from './guard-models.ts';
import { encodeValue, reviveArgument } from './handed-value.ts';

type Look = Readonly<Record<string, () => unknown>>;

/** The names that the learner's code was to declare. */
export interface Looks {
  readonly models: Look;
  readonly values: Look;
  readonly calls: Look;
}

type Save = (model: LayersModel, name: string) => Promise<unknown>;

/** Reads what the learner's code came to, and calls its functions with the check's arguments. */
export async function handOver(
  tf: TensorFlow,
  { guard, countLive }: { readonly guard: ModelGuard; readonly countLive: () => number },
  looks: Looks,
  args: Readonly<Record<string, readonly (readonly unknown[])[]>>,
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
      models[name] = { compiled: compileOf(model), trainable };
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
      for (const list of args[name] ?? []) results.push(await callOnce(tf, countLive, called, list));
      calls[name] = results;
    }
  }
  return { models, values: Object.fromEntries(values), calls };
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

function compileOf(model: LayersModel): HandedCompile | null {
  const container = model as unknown as Container;
  const collected = compiledWeights(model);
  if (collected === null || model.optimizer === undefined) return null;
  const { optimizer, loss, metrics } = model;
  const now = new Set(model.trainableWeights.filter((weight) => !collected.includes(weight)));
  return {
    loss: typeof loss === 'function' ? loss.name : (loss ?? null),
    optimizer: optimizer.getClassName(),
    learningRate: 'learningRate' in optimizer ? (optimizer.learningRate ?? null) : null,
    metrics: Array.isArray(metrics) ? metrics.map(String) : [],
    thawedSince: leafLayers(container)
      .filter((layer) => layer.weights.some((weight) => now.has(weight as never)))
      .map(({ name }) => name),
  };
}
