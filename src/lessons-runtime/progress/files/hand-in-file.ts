import * as v from 'valibot';
import { verifyDigest, writeWithDigest } from '../record/digest.ts';
import type { DigestState } from '../record/digest-state.ts';
import { importsOf } from '../record/imported.ts';
import type { LessonScore } from '../record/lesson-score.ts';
import { recordVersion } from '../record/migrations.ts';
import { fromPlain, toPlain } from '../record/plain-values.ts';
import { fileLimits, learnerNameSchema, timeSchema } from '../record/record-schemas.ts';
import type { RecordTables } from '../record/record-types.ts';
import { type ReadResult, readJson } from './file-problem.ts';
import { handInFormat } from './formats.ts';
import { parseWith, versionOf } from './parse-file.ts';
import { parseTables, tablesSchema } from './record-file.ts';

/** The content of a hand-in. */
interface HandIn {
  /** The student's name. */
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly scores: readonly LessonScore[];
  readonly record: RecordTables;
}

/** The content of a hand-in that was read, and the state of its digest. Its scores are computed from its record, not read. */
export interface VerifiedHandIn {
  /** The student's name. */
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly record: RecordTables;
  /** The state of its digest. A file without a digest is no hand-in. */
  readonly seal: Exclude<DigestState, 'none'>;
  /** The computed SHA-256 digest of its content, in hexadecimal. */
  readonly digest: string;
}

const envelope = v.object({
  name: learnerNameSchema,
  at: timeSchema,
  record: tablesSchema,
  digest: v.object({ algorithm: v.literal('SHA-256'), value: v.string() }),
});

/**
 * Returns the text of a hand-in: the learner's record, the imports in it, and a digest of both. The places are left out,
 * because a teacher has no need to know what a student was reading, and so are the drawings, which are not graded.
 * @param subtle the browser's implementation of SHA-256; a page over plain http has none
 */
export async function writeHandIn(
  { name, at, scores, record }: HandIn,
  subtle?: SubtleCrypto,
): Promise<string> {
  const { places: _, learner: __, drawings: ___, ...work } = record;
  const imports = importsOf(record);
  // `scores` and `imports` are for people who open the file. They are not read, because they follow from the record.
  const content = {
    format: handInFormat,
    version: recordVersion,
    ...Object(toPlain({ name: name.trim(), at, scores, imports, record: work })),
  };
  return writeWithDigest(content, subtle);
}

/**
 * Parses a hand-in of any version and verifies its digest, which covers all of its content.
 * @throws if the browser cannot compute a digest
 */
export async function verifyHandIn(text: string, subtle?: SubtleCrypto): Promise<ReadResult<VerifiedHandIn>> {
  const json = readJson(text, fileLimits.depth);
  if (!json.ok) return json;
  const version = versionOf(json.value, handInFormat, recordVersion);
  if (!version.ok) return version;
  const content = parseWith(envelope, fromPlain(json.value), '');
  if (!content.ok) return content;
  const { name, at, record } = content.value;
  const tables = parseTables(record, version.value);
  if (!tables.ok) return tables;
  const { state, digest } = await verifyDigest(json.value, subtle);
  return {
    ok: true,
    value: { name, at, record: tables.value, seal: state === 'fits' ? 'fits' : 'broken', digest },
  };
}
