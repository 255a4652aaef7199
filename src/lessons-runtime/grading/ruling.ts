import * as v from 'valibot';

/** The author's check and the page speak in JSON: what a check asks for, and what it rules. */

/** A name that can stand in a cell's code as it is. */
const name = v.pipe(v.string(), v.regex(/^[A-Za-z_]\w{0,59}$/));
const json: v.GenericSchema<unknown> = v.unknown();

const planSchema = v.object({
  /** Cells of the lesson that run before the learner's code, as their author wrote them. */
  needs: v.array(v.string()),
  /** Declared before the learner's code: other values at each try. */
  given: v.record(name, json),
  /** What the learner's code has to declare. */
  models: v.array(name),
  values: v.array(name),
  /** Lists of arguments that a function of the learner's is called with. */
  calls: v.record(name, v.array(v.array(json))),
  /** How long the learner's code may take. */
  seconds: v.pipe(v.number(), v.minValue(1), v.maxValue(600)),
});

const rulingSchema = v.object({
  verdict: v.picklist(['correct', 'incorrect']),
  /** Which of the exercise's messages. */
  message: v.string(),
  expected: v.nullable(v.string()),
  found: v.nullable(v.string()),
});

/** What a check asks for. */
export type Plan = v.InferOutput<typeof planSchema>;
/** What a check says of a learner's answers. */
export type Ruling = v.InferOutput<typeof rulingSchema>;

/** `null` where the text is no plan. */
export function parsePlan(text: string): Plan | null {
  return parse(planSchema, text);
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
