import type { LayersModel } from '@tensorflow/tfjs';
import { type Answers, type CompileAnswer, modelKey, parseAnswers, trainedKey } from '../grading/answers.ts';
import type { Plan, Ruling } from '../grading/ruling.ts';
import { leafLayers } from '../kernel/network/layers.ts';
import type { TensorFlow } from '../kernel/tensorflow.ts';
import { dataLetters } from '../protocol/output-limits.ts';
import { type AnswerAccessors, collectAnswers, type Inputs, type Save } from './collect-answers.ts';
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

/** A learner's model, built anew from its layers and weights. */
export interface GradedModel {
  readonly network: LayersModel;
  /** `null` where it was never compiled. */
  readonly compiled: CompileAnswer | null;
  /** What the learner's own model did with one more batch; `null` where the check has none for it, or it could not train. */
  readonly batch: GradedBatch | null;
}

/** One `trainOnBatch` of the learner's model, with the loss, the optimizer and the rate that it was compiled with. */
export interface GradedBatch {
  /** Of the batch, before the step. */
  readonly loss: unknown;
  /** The model as it is afterwards. */
  readonly after: LayersModel;
}

/** What an author's `grade` gets. */
export interface Graded {
  readonly given: Plan['given'];
  readonly models: Readonly<Record<string, GradedModel>>;
  /** Numbers, texts, lists and `{ tensor }`; `{ unserializable }` for what is none of these. */
  readonly values: Readonly<Record<string, unknown>>;
  /** The check's own, as tensors. */
  readonly batches: Readonly<Record<string, readonly [unknown, unknown]>>;
  /** In the order of the check's lists of arguments. */
  readonly calls: Readonly<Record<string, readonly GradedCall[]>>;
}

/** What one call of a learner's function came to. */
export interface GradedCall {
  readonly args: readonly unknown[];
  readonly value: unknown;
  /** Tensors left over, those of the result not among them. */
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
  /** 60 where left out. */
  readonly seconds?: number;
  readonly grade: (graded: Graded) => Ruling | Promise<Ruling>;
}

type Load = (name: string) => Promise<LayersModel>;

/**
 * What both workers of a check have: the learner's hands over, the other one plans and grades. They share a script, and
 * nothing else: what a learner's code does to its own copy reaches no check.
 *
 * @param send sends JSON to the page
 */
export function createGrader(tf: TensorFlow, send: (json: string) => void) {
  const own = { guard: guardModels(tf), countLive: countTensors(tf) };
  let check: (CheckDefinition & { readonly plan: Plan }) | null = null;

  function defined(): CheckDefinition & { readonly plan: Plan } {
    if (check === null) throw new Error('the check calls check.define nowhere');
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
      /** Chance that no learner can foresee. */
      random: {
        /** A number, from `low` on and below `high`. */
        number: (low: number, high: number) => low + Math.random() * (high - low),
        /** A whole number, both ends among them. */
        whole: (low: number, high: number) => low + Math.floor(Math.random() * (high - low + 1)),
        /** A list of numbers. */
        list: (length: number, low: number, high: number) =>
          Array.from({ length }, () => low + Math.random() * (high - low)),
        /** A tensor as an argument, or as a batch, of any size: numbers from `low` on and below `high`. */
        tensor: (shape: readonly number[], low: number, high: number): DrawnTensor => ({
          drawn: { shape: [...shape], low, high, seed: Math.floor(Math.random() * 2 ** 31) },
        }),
      },
      /** An argument for a learner's function that is a tensor. */
      tensor: (values: readonly number[], shape: readonly number[]) => ({
        tensor: { shape: [...shape], dtype: 'float32', values: [...values] },
      }),
      isTensor: isSerializedTensor,
      /** Whether two numbers, or two lists of them, are equal but for rounding. */
      close,
      model: createModelFacts(tf),
    },

    plan(): void {
      send(JSON.stringify(defined().plan));
    },

    async collectAnswers(looks: AnswerAccessors, inputs: Inputs, save: Save): Promise<void> {
      const json = JSON.stringify(await collectAnswers(tf, own, looks, inputs, save));
      // So much is no answer to any exercise.
      send(json.length <= dataLetters ? json : '{}');
    },

    async grade(answers: string, load: Load): Promise<void> {
      const { plan, grade } = defined();
      const handed = await readAnswers(parseAnswers(answers), plan, load);
      if ('ruling' in handed) {
        send(JSON.stringify(handed.ruling));
        return;
      }
      try {
        const batches = Object.entries(plan.batches).map(([name, [xs, ys]]) => [
          name,
          [deserializeArgument(tf, xs), deserializeArgument(tf, ys)],
        ]);
        send(JSON.stringify(await grade({ ...handed.graded, batches: Object.fromEntries(batches) })));
      } catch (error) {
        if (!(error instanceof InputMismatch)) throw error;
        send(JSON.stringify(wrong('unfit', error)));
      }
    },
  };
}

/** A name that is not there, or a function that throws, is wrong whatever the exercise. */
async function readAnswers(
  answers: Answers,
  plan: Plan,
  load: Load,
): Promise<{ readonly graded: Omit<Graded, 'batches'> } | { readonly ruling: Ruling }> {
  const models: Record<string, GradedModel> = {};
  for (const name of plan.models) {
    const answer = answers.models[name];
    if (answer === undefined || 'missing' in answer)
      return missing(name, 'tf.LayersModel', answer?.missing ?? '');
    const network = await load(modelKey(name));
    // What its files say must be what it was: a model can be made to write down other layers than it has.
    const isAsSaid = leafLayers(network).every(
      (layer) => layer.weights.length === 0 || Boolean(layer.trainable) === answer.trainable[layer.name],
    );
    if (!isAsSaid) return missing(name, 'tf.LayersModel', 'a model that says one thing and does another');
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
    for (const [place, args] of lists.entries()) {
      const result = answer[place];
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

/** @param tolerance in parts of the larger number, at least of 1 */
function close(found: unknown, expected: number | readonly number[], tolerance = 1e-4): boolean {
  if (typeof expected === 'number') {
    return (
      typeof found === 'number' && Math.abs(found - expected) <= tolerance * Math.max(1, Math.abs(expected))
    );
  }
  return (
    Array.isArray(found) &&
    found.length === expected.length &&
    expected.every((each, place) => close(found[place], each, tolerance))
  );
}
