import * as v from 'valibot';
import { verifyDigest, writeWithDigest } from '../record/digest.ts';
import type { DigestState } from '../record/digest-state.ts';
import { importsOf } from '../record/imported.ts';
import type { LessonScore } from '../record/lesson-score.ts';
import { recordVersion } from '../record/migrations.ts';
import { fromPlain, toPlain } from '../record/plain-values.ts';
import { fileLimits, learnerNameSchema, timeSchema } from '../record/record-schemas.ts';
import type { WholeRecord } from '../record/record-types.ts';
import { type ReadResult, readJson } from './file-problem.ts';
import { handInFormat } from './formats.ts';
import { check, checkRecord, tablesSchema, versionOf } from './record-file.ts';

/** What a student hands in. */
export interface HandIn {
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly scores: readonly LessonScore[];
  readonly record: WholeRecord;
}

/** What a hand-in holds, and whether it is as it was made. Its score is left to be computed from its record. */
export interface VerifiedHandIn {
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly record: WholeRecord;
  /** Without one a file is no hand-in. */
  readonly seal: Exclude<DigestState, 'none'>;
  /** Of its content as it now is. */
  readonly digest: string;
}

const envelope = v.object({
  name: learnerNameSchema,
  at: timeSchema,
  record: tablesSchema,
  digest: v.object({ algorithm: v.literal('SHA-256'), value: v.string() }),
});

/**
 * The text of a hand-in: all that is stored of answers, code, verdicts, attempts and trainings, what of it came in by
 * import, and a digest over it. Where one was reading is nobody's business and stays out.
 */
export async function writeHandIn(
  { name, at, scores, record }: HandIn,
  subtle?: SubtleCrypto,
): Promise<string> {
  const { places: _, learner: __, ...work } = record;
  const imports = importsOf(record);
  // Nobody here reads `scores` and `imports`, which follow from the record: they are for whoever looks into the file.
  const content = {
    format: handInFormat,
    version: recordVersion,
    ...Object(toPlain({ name: name.trim(), at, scores, imports, record: work })),
  };
  return writeWithDigest(content, subtle);
}

/** Reads a hand-in and computes its digest anew: any change of its content shows, the name's too. */
export async function verifyHandIn(text: string, subtle?: SubtleCrypto): Promise<ReadResult<VerifiedHandIn>> {
  const json = readJson(text, fileLimits.depth);
  if (!json.ok) return json;
  const version = versionOf(json.value, handInFormat);
  if (!version.ok) return version;
  const checked = check(envelope, fromPlain(json.value), '');
  if (!checked.ok) return checked;
  const { name, at, record } = checked.value;
  const whole = checkRecord(record, version.value);
  if (!whole.ok) return whole;
  const { state, digest } = await verifyDigest(json.value, subtle);
  return {
    ok: true,
    value: { name, at, record: whole.value, seal: state === 'fits' ? 'fits' : 'broken', digest },
  };
}
