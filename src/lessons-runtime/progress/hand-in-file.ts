import canonicalize from 'canonicalize';
import * as v from 'valibot';
import { type Read, readJson } from './file-fault.ts';
import { handInFormat } from './formats.ts';
import type { LessonScore } from './lesson-score.ts';
import { recordVersion } from './migrations.ts';
import { toPlain } from './plain-values.ts';
import { check, versionOf } from './record-file.ts';
import type { WholeRecord } from './record-types.ts';
import { sha256 } from './sha256.ts';

/** What a student hands in. */
export interface HandIn {
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly scores: readonly LessonScore[];
  readonly record: WholeRecord;
}

/** What a hand-in says of itself, and whether it is as it was made. */
export interface VerifiedHandIn {
  readonly name: string;
  /** An ISO date. */
  readonly at: string;
  readonly scores: readonly LessonScore[];
  readonly isUntouched: boolean;
}

const part = v.object({ done: v.number(), of: v.number() });
const envelope = v.object({
  name: v.string(),
  at: v.pipe(
    v.string(),
    v.check((at) => !Number.isNaN(Date.parse(at)), 'a date'),
  ),
  scores: v.array(
    v.object({ lesson: v.string(), cells: part, exercises: part, questions: part, steps: part }),
  ),
  digest: v.object({ algorithm: v.literal('SHA-256'), value: v.string() }),
});

/**
 * The text of a hand-in: all that is stored of answers, code, verdicts, attempts and trainings, and a digest over it.
 * Where one was reading is nobody's business and stays out.
 */
export async function writeHandIn(
  { name, at, scores, record }: HandIn,
  subtle?: SubtleCrypto,
): Promise<string> {
  const { places: _, learner: __, ...work } = record;
  const content = {
    format: handInFormat,
    version: recordVersion,
    ...Object(toPlain({ name: name.trim(), at, scores, record: work })),
  };
  const digest = { algorithm: 'SHA-256', value: await digestOf(content, subtle) };
  return `${JSON.stringify({ ...content, digest }, null, 2)}\n`;
}

/** Computes the digest of a hand-in anew: any change of its content shows, the name's too; how the text is spaced does not. */
export async function verifyHandIn(text: string, subtle?: SubtleCrypto): Promise<Read<VerifiedHandIn>> {
  const json = readJson(text);
  if (!json.ok) return json;
  const version = versionOf(json.value, handInFormat);
  if (!version.ok) return version;
  const checked = check(envelope, json.value, '');
  if (!checked.ok) return checked;
  const { digest, name, at, scores } = checked.value;
  const { digest: _, ...content } = json.value as { readonly digest: unknown };
  const isUntouched = (await digestOf(content, subtle).catch(() => '')) === digest.value;
  return { ok: true, value: { name, at, scores, isUntouched } };
}

/** Over the canonical form (RFC 8785), in which the order of fields and the spacing say nothing. */
async function digestOf(content: object, subtle?: SubtleCrypto): Promise<string> {
  return sha256(canonicalize(content) ?? '', subtle);
}
