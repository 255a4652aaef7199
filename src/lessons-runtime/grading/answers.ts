import * as v from 'valibot';

/** What the learner's worker answers. The other one reads it by this form: what has another is no answer, and no broken check. */

const missing = v.object({ missing: v.string() });

/** What a model's last `compile` left. */
const compiled = v.object({
  loss: v.unknown(),
  optimizer: v.string(),
  learningRate: v.unknown(),
  metrics: v.array(v.string()),
  /** Layers that are trainable now and were not when the model was compiled: they will not be trained. */
  thawedSince: v.array(v.string()),
});

/** Said of a model besides its layers and weights, which go by way of the page (`modelKey`). */
const model = v.object({
  /** `null` where it was never compiled. */
  compiled: v.nullable(compiled),
  /** By the layers' names. */
  trainable: v.record(v.string(), v.boolean()),
});

const call = v.union([v.object({ value: v.unknown(), leaked: v.number() }), v.object({ threw: v.string() })]);

/** What one more batch did: the loss before it. The model as it is afterwards goes by way of the page (`trainedKey`). */
const batch = v.union([
  v.object({ loss: v.unknown() }),
  /** The shapes, where the batch does not go into the model. */
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

/** No answers where the text has another form. What they say is for the check to judge. */
export function parseAnswers(text: string): Answers {
  try {
    return v.parse(answersSchema, JSON.parse(text));
  } catch {
    return { models: {}, values: {}, calls: {}, batches: {} };
  }
}

/** Where the page keeps a model on its way from one worker to the other. */
export function modelKey(name: string): string {
  return `handed ${name}`;
}

/** And that same model after one more batch. */
export function trainedKey(name: string): string {
  return `trained ${name}`;
}
