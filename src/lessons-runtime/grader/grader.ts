import type { LayersModel } from '@tensorflow/tfjs';
import { type Answers, type CompileAnswer, modelKey, parseAnswers, trainedKey } from '../grading/answers.ts';
import type { Plan, Ruling } from '../grading/ruling.ts';
import { leafLayers } from '../kernel/network/layers.ts';
import type { TensorFlow } from '../kernel/tensorflow.ts';
import { dataLetters } from '../protocol/output-limits.ts';
import { type AnswerAccessors, collectAnswers, type Inputs, type SaveModel } from './collect-answers.ts';
import { countTensors } from './count-tensors.ts';
import { guardModels } from './guard-models.ts';
import { createModelFacts, InputMismatch } from './model-facts.ts';
import { all, correct, nearest, wrong } from './rulings.ts';
import {
  type DrawnTensor,
  deserializeArgument,
  isSerializedTensor,
  isUnserializable,
} from './serialized-value.ts';

/** A learner's model, rebuilt from its layers and weights. */
export interface GradedModel {
  readonly network: LayersModel;
  /** `null` if it was never compiled. */
  readonly compiled: CompileAnswer | null;
  /** One training step of the learner's model; `null` if the check has no batch for it, or the step failed. */
  readonly batch: GradedBatch | null;
}

/** One `trainOnBatch` of the learner's model, as it was compiled. */
interface GradedBatch {
  /** The loss of the batch before the step. */
  readonly loss: unknown;
  /** The model after the step. */
  readonly after: LayersModel;
}

/** The argument of an author's `grade`. */
interface Graded {
  readonly given: Plan['given'];
  readonly models: Readonly<Record<string, GradedModel>>;
  /** Numbers, strings, lists and `{ tensor }`; `{ unserializable }` for other values. */
  readonly values: Readonly<Record<string, unknown>>;
  /** The check's batches as tensors. */
  readonly batches: Readonly<Record<string, readonly [unknown, unknown]>>;
  /** The calls of each function, in the order of the check's lists of arguments. */
  readonly calls: Readonly<Record<string, readonly GradedCall[]>>;
}

/** One call of a learner's function. */
export interface GradedCall {
  readonly args: readonly unknown[];
  readonly value: unknown;
  /** The number of tensors that the call left alive, except those of its result. */
  readonly leaked: number;
}

/** An author's check. */
export interface CheckDefinition {
  readonly needs?: readonly string[];
  readonly given?: () => Plan['given'];
  readonly models?: readonly string[];
  readonly values?: readonly string[];
  readonly calls?: () => Plan['calls'];
  readonly batches?: () => Plan['batches'];
  /** The time limit in seconds; default 60. */
  readonly seconds?: number;
  readonly grade: (graded: Graded) => Ruling | Promise<Ruling>;
}

type LoadModel = (name: string) => Promise<LayersModel>;

/**
 * Creates the functions of the grader script, which both workers of a check run: the learner's worker collects answers, the other
 * one plans and grades. Code of the learner can change only the copy in its own worker.
 *
 * @param send sends JSON to the page
 */
export function createGrader(tf: TensorFlow, send: (json: string) => void) {
  const tools = { guard: guardModels(tf), countLive: countTensors(tf) };
  let check: (CheckDefinition & { readonly plan: Plan }) | null = null;

  function requireCheck(): CheckDefinition & { readonly plan: Plan } {
    if (check === null) throw new Error('the check does not call check.define');
    return check;
  }

  return {
    check: {
      define(definition: CheckDefinition): void {
        const plan = {
          needs: [...(definition.needs ?? [])],
          given: definition.given?.() ?? {},
          models: [...(definition.models ?? [])],
          values: [...(definition.values ?? [])],
          calls: definition.calls?.() ?? {},
          batches: definition.batches?.() ?? {},
          seconds: definition.seconds ?? 60,
        };
        check = { ...definition, plan };
      },
      correct,
      wrong,
      all,
      nearest,
      /** Random inputs, which a learner cannot predict. */
      random: {
        /** Returns a number in [low, high). */
        number: (low: number, high: number) => low + Math.random() * (high - low),
        /** Returns an integer in [low, high]. */
        whole: (low: number, high: number) => low + Math.floor(Math.random() * (high - low + 1)),
        /** Returns a list of numbers in [low, high). */
        list: (length: number, low: number, high: number) =>
          Array.from({ length }, () => low + Math.random() * (high - low)),
        /** Returns a tensor of any size with numbers in [low, high), as an argument or as a batch. */
        tensor: (shape: readonly number[], low: number, high: number): DrawnTensor => ({
          drawn: { shape: [...shape], low, high, seed: Math.floor(Math.random() * 2 ** 31) },
        }),
      },
      /** Returns a tensor as an argument for a learner's function. */
      tensor: (values: readonly number[], shape: readonly number[]) => ({
        tensor: { shape: [...shape], dtype: 'float32', values: [...values] },
      }),
      isTensor: isSerializedTensor,
      /** Returns whether numbers, or nested lists of them, are equal within a tolerance. */
      close,
      model: createModelFacts(tf),
    },

    plan(): void {
      send(JSON.stringify(requireCheck().plan));
    },

    async collectAnswers(accessors: AnswerAccessors, inputs: Inputs, save: SaveModel): Promise<void> {
      const json = JSON.stringify(await collectAnswers(tf, tools, accessors, inputs, save));
      // Longer than a valid answer to any exercise.
      send(json.length <= dataLetters ? json : '{}');
    },

    async grade(answers: string, load: LoadModel): Promise<void> {
      const { plan, grade } = requireCheck();
      const read = await readAnswers(parseAnswers(answers), plan, load);
      if ('ruling' in read) {
        send(JSON.stringify(read.ruling));
        return;
      }
      try {
        const batches = Object.entries(plan.batches).map(([name, [xs, ys]]) => [
          name,
          [deserializeArgument(tf, xs), deserializeArgument(tf, ys)],
        ]);
        send(JSON.stringify(await grade({ ...read.graded, batches: Object.fromEntries(batches) })));
      } catch (error) {
        if (!(error instanceof InputMismatch)) throw error;
        send(JSON.stringify(wrong('unfit', error)));
      }
    },
  };
}

/** Loads the answers. Returns a ruling for a name that is missing or a function that throws, which is wrong in any exercise. */
async function readAnswers(
  answers: Answers,
  plan: Plan,
  load: LoadModel,
): Promise<{ readonly graded: Omit<Graded, 'batches'> } | { readonly ruling: Ruling }> {
  const models: Record<string, GradedModel> = {};
  for (const name of plan.models) {
    const answer = answers.models[name];
    if (answer === undefined || 'missing' in answer)
      return missing(name, 'tf.LayersModel', answer?.missing ?? '');
    const network = await load(modelKey(name));
    // A model with a replaced `getConfig` can save other layers than it has.
    const isConsistent = leafLayers(network).every(
      (layer) => layer.weights.length === 0 || Boolean(layer.trainable) === answer.trainable[layer.name],
    );
    if (!isConsistent) return missing(name, 'tf.LayersModel', 'a model that says one thing and does another');
    const batch = answers.batches[name];
    if (batch !== undefined && 'expected' in batch) return { ruling: wrong('unfit', batch) };
    models[name] = {
      network,
      compiled: answer.compiled,
      batch:
        batch !== undefined && 'loss' in batch
          ? { loss: batch.loss, after: await load(trainedKey(name)) }
          : null,
    };
  }
  const values: Record<string, unknown> = {};
  for (const name of plan.values) {
    const answer = answers.values[name];
    if (answer === undefined || 'missing' in answer) return missing(name, name, 'undefined');
    if (isUnserializable(answer.value) && answer.value.unserializable === 'Promise')
      return missing(name, name, 'Promise');
    values[name] = answer.value;
  }
  const calls: Record<string, GradedCall[]> = {};
  for (const [name, lists] of Object.entries(plan.calls)) {
    const answer = answers.calls[name];
    if (answer === undefined || 'missing' in answer)
      return missing(name, `function ${name}`, answer?.missing ?? '');
    const results: GradedCall[] = [];
    for (const [index, args] of lists.entries()) {
      const result = answer[index];
      if (result === undefined) return missing(name, `function ${name}`, '');
      if ('threw' in result)
        return { ruling: wrong('threw', { expected: `${name}(…)`, found: result.threw }) };
      results.push({ args, ...result });
    }
    calls[name] = results;
  }
  return { graded: { given: plan.given, models, values, calls } };
}

function missing(name: string, expected: string, found: string): { readonly ruling: Ruling } {
  if (found === 'Promise') return { ruling: wrong('not-awaited', { expected, found }) };
  return { ruling: wrong('missing', { expected, found: found === '' ? `${name}: ?` : found }) };
}

/** @param tolerance relative to the expected number, or absolute if that is less than 1 */
function close(found: unknown, expected: number | readonly number[], tolerance = 1e-4): boolean {
  if (typeof expected === 'number') {
    return (
      typeof found === 'number' && Math.abs(found - expected) <= tolerance * Math.max(1, Math.abs(expected))
    );
  }
  return (
    Array.isArray(found) &&
    found.length === expected.length &&
    expected.every((each, index) => close(found[index], each, tolerance))
  );
}
