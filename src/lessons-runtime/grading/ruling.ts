import * as v from 'valibot';

/** The messages between an author's check and the page, which are sent as JSON. */

const planSchema = v.object({
  /** The ids of cells of the lesson that run before the learner's code, in their authored form. */
  needs: v.array(v.string()),
  /** Constants that are declared before the learner's code, by name. They may differ at each attempt. */
  given: v.record(v.string(), v.unknown()),
  /** The names of models that the learner's code has to declare. */
  models: v.array(v.string()),
  /** The names of other values that it has to declare. */
  values: v.array(v.string()),
  /** The lists of arguments with which functions of the learner are called, by the function's name. */
  calls: v.record(v.string(), v.array(v.array(v.unknown()))),
  /** The batch on which a model of the learner is trained, by the model's name: inputs and targets. */
  batches: v.record(v.string(), v.tuple([v.unknown(), v.unknown()])),
  /** The time limit of the learner's code. */
  seconds: v.number(),
});

const rulingSchema = v.object({
  verdict: v.picklist(['correct', 'incorrect']),
  /** The key of one of the exercise's messages. */
  message: v.string(),
  /** The compared values as the learner reads them. Empty if nothing was compared. */
  expected: v.string(),
  found: v.string(),
});

/** What a check requires of the learner's code. */
export type Plan = v.InferOutput<typeof planSchema>;
/** The result of a check. */
export type Ruling = v.InferOutput<typeof rulingSchema>;

/** A name that can be inserted into the code of a cell. */
const nameForm = /^[A-Za-z_]\w{0,59}$/;

/**
 * Parses a plan from JSON.
 * @returns `null` if the text is no plan, names an invalid identifier, or has a batch for a model that it does not require
 */
export function parsePlan(text: string): Plan | null {
  const plan = parse(planSchema, text);
  if (plan === null) return null;
  const names = [...plan.models, ...plan.values, ...Object.keys(plan.given), ...Object.keys(plan.calls)];
  const hasModels = Object.keys(plan.batches).every((name) => plan.models.includes(name));
  return hasModels && names.every((name) => nameForm.test(name)) ? plan : null;
}

/** Parses a ruling from JSON. @returns `null` if the text is no ruling */
export function parseRuling(text: string): Ruling | null {
  return parse(rulingSchema, text);
}

function parse<Schema extends v.GenericSchema>(schema: Schema, text: string): v.InferOutput<Schema> | null {
  try {
    const parsed = v.safeParse(schema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
