import * as v from 'valibot';

/** The author's check and the page speak in JSON: what a check asks for, and what it rules. */

const planSchema = v.object({
  /** Cells of the lesson that run before the learner's code, as their author wrote them. */
  needs: v.array(v.string()),
  /** Declared before the learner's code: other values at each try. */
  given: v.record(v.string(), v.unknown()),
  /** What the learner's code has to declare. */
  models: v.array(v.string()),
  values: v.array(v.string()),
  /** Lists of arguments that a function of the learner's is called with. */
  calls: v.record(v.string(), v.array(v.array(v.unknown()))),
  /** What a model of the learner's is trained on for one more batch: examples, and what is right of them. */
  batches: v.record(v.string(), v.tuple([v.unknown(), v.unknown()])),
  /** How long the learner's code may take. */
  seconds: v.number(),
});

const rulingSchema = v.object({
  verdict: v.picklist(['correct', 'incorrect']),
  /** Which of the exercise's messages. */
  message: v.string(),
  /** As the learner reads them; empty where nothing was compared. */
  expected: v.string(),
  found: v.string(),
});

/** What a check asks for. */
export type Plan = v.InferOutput<typeof planSchema>;
/** What a check says of a learner's answers. */
export type Ruling = v.InferOutput<typeof rulingSchema>;

/** A name that can stand in a cell's code as it is. */
const nameForm = /^[A-Za-z_]\w{0,59}$/;

/** `null` where the text is no plan, names what no cell can declare, or has a batch for a model that it does not ask for. */
export function parsePlan(text: string): Plan | null {
  const plan = parse(planSchema, text);
  if (plan === null) return null;
  const names = [...plan.models, ...plan.values, ...Object.keys(plan.given), ...Object.keys(plan.calls)];
  const isWhole = Object.keys(plan.batches).every((name) => plan.models.includes(name));
  return isWhole && names.every((name) => nameForm.test(name)) ? plan : null;
}

/** `null` where the text is no ruling. */
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
