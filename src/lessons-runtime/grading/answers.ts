import * as v from 'valibot';

/**
 * The answers that the learner's worker gives to a check's plan. The grading worker parses them with this schema; answers of
 * another form count as missing, because the learner's code may have tampered with them.
 */

const missing = v.object({ missing: v.string() });

/** The settings of a model's last `compile`. */
const compiled = v.object({
  loss: v.unknown(),
  optimizer: v.string(),
  learningRate: v.unknown(),
  metrics: v.array(v.string()),
  /** Layers that became trainable after `compile`, so that they will not be trained. Checks of lessons use this name. */
  thawedSince: v.array(v.string()),
});

/** A model. Its layers and weights are saved separately and handed on by the page (`modelKey`). */
const model = v.object({
  /** `null` if it was never compiled. */
  compiled: v.nullable(compiled),
  /** Whether a layer is trainable, by its name. */
  trainable: v.record(v.string(), v.boolean()),
});

/** The result of a call: the value and the number of tensors that it left behind, or the message of the thrown error. */
const call = v.union([v.object({ value: v.unknown(), leaked: v.number() }), v.object({ threw: v.string() })]);

/** The result of training on one batch. The trained model is saved separately and handed on by the page (`trainedKey`). */
const batch = v.union([
  /** The loss before the weights were updated. */
  v.object({ loss: v.unknown() }),
  /** The shapes, if that of the batch does not match the model's input or output. */
  v.object({ expected: v.string(), found: v.string() }),
]);

const answersSchema = v.object({
  models: v.record(v.string(), v.union([missing, model])),
  values: v.record(v.string(), v.union([missing, v.object({ value: v.unknown() })])),
  calls: v.record(v.string(), v.union([missing, v.array(call)])),
  batches: v.record(v.string(), v.union([missing, batch])),
});

export type Answers = v.InferOutput<typeof answersSchema>;
export type CompileAnswer = v.InferOutput<typeof compiled>;
export type CallAnswer = v.InferOutput<typeof call>;
export type BatchAnswer = Answers['batches'][string];

/** Parses answers from JSON. Returns empty answers if the text has another form. */
export function parseAnswers(text: string): Answers {
  try {
    return v.parse(answersSchema, JSON.parse(text));
  } catch {
    return { models: {}, values: {}, calls: {}, batches: {} };
  }
}

/** Returns the key under which the page stores a learner's model for the grading worker. */
export function modelKey(name: string): string {
  return `handed ${name}`;
}

/** Returns the key for that model after it was trained on a batch. */
export function trainedKey(name: string): string {
  return `trained ${name}`;
}
