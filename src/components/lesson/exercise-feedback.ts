import { z } from 'astro/zod';
import { parse as parseYaml, YAMLParseError } from 'yaml';

/** One text in both languages, side by side. */
const bilingual = z.strictObject({ es: z.string().trim().min(1), en: z.string().trim().min(1) });

const countWords = (text: string): number => text.trim().split(/\s+/).length;

/** A hint explains: short enough to be read, long enough to be one. */
const hintWords = { least: 40, most: 120 };
const hintText = z
  .string()
  .refine(
    (text) => countWords(text) >= hintWords.least && countWords(text) <= hintWords.most,
    `a hint of ${hintWords.least} to ${hintWords.most} words`,
  );

const messageSchema = z.strictObject({
  tested: bilingual.describe('What was tested, as a phrase.'),
  says: bilingual.describe('What to make of it.'),
});

const feedbackSchema = z.strictObject({
  title: bilingual,
  statement: bilingual,
  hints: z.array(z.strictObject({ es: hintText, en: hintText })).min(2, 'at least 2 hints'),
  messages: z
    .record(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a name in kebab-case'), messageSchema)
    .refine((messages) => 'correct' in messages, 'a message named "correct"')
    .refine((messages) => Object.keys(messages).length >= 3, 'at least 2 messages besides "correct"'),
});

/** All that an exercise says, in both languages. */
export type ExerciseFeedback = z.infer<typeof feedbackSchema>;

/** A `feedback.yaml` that is not one. Its message says of each fault: where, expected, found, how to mend it. */
export class FeedbackError extends Error {
  override readonly name = 'FeedbackError';
}

/**
 * @param file named in errors
 * @throws {FeedbackError}
 */
export function parseFeedback(source: string, file: string): ExerciseFeedback {
  const read = readYaml(source, file);
  const parsed = feedbackSchema.safeParse(read);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => {
    const place = path.map(String).join('.') || 'the file';
    return `${place}: expected ${expectation(message)}, found ${describe(valueAt(read, path))}. Write it in both languages, es and en, as CONTRIBUTING.md shows, or mend its name.`;
  });
  throw new FeedbackError(`${file}:\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
}

function readYaml(source: string, file: string): unknown {
  try {
    return parseYaml(source);
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    const [line] = error.linePos ?? [];
    throw new FeedbackError(
      `${file}:${line?.line ?? 1}: expected YAML, found something else (${error.message.split('\n')[0]}). A text with a colon or a quotation mark goes after “>-” on a line of its own.`,
    );
  }
}

/** zod begins some of its messages so already. */
function expectation(message: string): string {
  return message.replace(/^Invalid input: expected /, '').replace(/, received .*$/, '');
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return `“${value.slice(0, 40)}” (${countWords(value)} words)`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null)
    return `the keys ${Object.keys(value).join(', ') || 'none'}`;
  return String(value);
}
