import * as v from 'valibot';
import { verifyDigest, writeWithDigest } from '../record/digest.ts';
import type { DigestState } from '../record/digest-state.ts';
import { migrate, type OldTables, recordVersion } from '../record/migrations.ts';
import { fromPlain, toPlain } from '../record/plain-values.ts';
import { fileLimits, timeSchema } from '../record/record-schemas.ts';
import { fileSchemaOf, mapTables } from '../record/record-tables.ts';
import type { TableName, WholeRecord } from '../record/record-types.ts';
import { type FileProblem, type ReadResult, readJson, readText, type TextFile } from './file-problem.ts';
import { recordFormat } from './formats.ts';

/** What an exported file holds. */
export interface RecordFile {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly record: WholeRecord;
}

/** One that was read, and what its seal says: files of earlier versions have none. */
export interface ReadRecordFile extends RecordFile {
  readonly seal: DigestState;
}

/** A file may lack a table: it is empty. */
const rows = v.exactOptional(v.array(v.unknown()));
export const tablesSchema = v.object({
  edits: rows,
  items: rows,
  runs: rows,
  cells: rows,
  steps: rows,
  places: rows,
  learner: rows,
} satisfies Record<TableName, unknown>);
const envelope = v.object({ at: timeSchema, record: tablesSchema });

/** A record as the text of a file: indented JSON, for people to read, sealed as a hand-in is. */
export function writeRecordFile({ at, record }: RecordFile): Promise<string> {
  return writeWithDigest({
    format: recordFormat,
    version: recordVersion,
    ...Object(toPlain({ at, record })),
  });
}

/**
 * A file that the course made, whatever is in it. Never rejects: what fails where nobody expected it is a fault as well.
 * @param read makes of its text what it holds
 */
export async function readFile<Value>(
  file: TextFile,
  read: (text: string) => Promise<ReadResult<Value>>,
): Promise<ReadResult<Value>> {
  const text = await readText(file, fileLimits.bytes);
  if (!text.ok) return text;
  try {
    return await read(text.value);
  } catch (error) {
    return { ok: false, problem: { kind: 'failed', message: brief(String(error)) } };
  }
}

/** Reads an exported file, of this version or an earlier one. All of it is sound, or it is refused. */
export async function readRecordFile(text: string): Promise<ReadResult<ReadRecordFile>> {
  const json = readJson(text, fileLimits.depth);
  if (!json.ok) return json;
  const version = versionOf(json.value, recordFormat);
  if (!version.ok) return version;
  const outside = check(envelope, fromPlain(json.value), '');
  if (!outside.ok) return outside;
  const { at, record } = outside.value;
  const whole = checkRecord(record, version.value);
  if (!whole.ok) return whole;
  const { state: seal } = await verifyDigest(json.value);
  return { ok: true, value: { at, record: whole.value, seal } };
}

/** The version of a file that says it is of the format; one that is newer than this page is not guessed at. */
export function versionOf(value: object, format: string): ReadResult<number> {
  const found: unknown = Reflect.get(value, 'format');
  if (found !== format) {
    return { ok: false, problem: { kind: 'foreign', format: typeof found === 'string' ? brief(found) : '' } };
  }
  const version = check(
    v.pipe(v.number(), v.integer('integer'), v.minValue(1)),
    Reflect.get(value, 'version'),
    'version',
  );
  if (version.ok && version.value > recordVersion) {
    return { ok: false, problem: { kind: 'newer', version: version.value } };
  }
  return version;
}

/** Tables of a version, brought up to today’s and parsed: the first fault is told. */
export function checkRecord(old: OldTables, version: number): ReadResult<WholeRecord> {
  const tables = migrate(old, version);
  const problems: FileProblem[] = [];
  const value = mapTables((table) => {
    const checked = check(v.array(fileSchemaOf(table)), tables[table] ?? [], `record.${table}`);
    if (checked.ok) return checked.value;
    problems.push(checked.problem);
    return [];
  });
  const [problem] = problems;
  return problem === undefined ? { ok: true, value } : { ok: false, problem };
}

/** @param place of the value in the file, for what is told of it */
export function check<Value>(
  schema: v.GenericSchema<unknown, Value>,
  value: unknown,
  place: string,
): ReadResult<Value> {
  const checked = v.safeParse(schema, value);
  if (checked.success) return { ok: true, value: checked.output };
  const [issue] = checked.issues;
  const path = v.getDotPath(issue);
  const where = [place, path].filter((part) => part !== '' && part !== null).join('.');
  if (issue.type === 'max_length' && typeof issue.requirement === 'number') {
    const found = Number(issue.received);
    return { ok: false, problem: { kind: 'tooLong', where, most: issue.requirement, found } };
  }
  // Only the message says what a schema of our own wants.
  const expected = issue.type === 'custom' ? issue.message : (issue.expected ?? issue.message);
  return { ok: false, problem: { kind: 'damaged', where, expected, found: brief(issue.received) } };
}

/** What a file says is quoted, and may be of any length. */
function brief(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
