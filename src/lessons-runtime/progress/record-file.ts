import * as v from 'valibot';
import { type FileFault, type Read, readJson, readText, type TextFile } from './file-fault.ts';
import { recordFormat } from './formats.ts';
import { migrate, type OldTables, recordVersion } from './migrations.ts';
import { fromPlain, toPlain } from './plain-values.ts';
import { fileLimits, fileSchemaOf, mapTables, timeSchema } from './record-tables.ts';
import type { TableName, WholeRecord } from './record-types.ts';
import { readSeal, type SealState, writeSealed } from './seal.ts';

/** What an exported file holds. */
export interface RecordFile {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly record: WholeRecord;
}

/** One that was read, and what its seal says: files of earlier versions have none. */
export interface ReadRecordFile extends RecordFile {
  readonly seal: SealState;
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
  return writeSealed({
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
  read: (text: string) => Promise<Read<Value>>,
): Promise<Read<Value>> {
  const text = await readText(file, fileLimits.bytes);
  if (!text.ok) return text;
  try {
    return await read(text.value);
  } catch (error) {
    return { ok: false, fault: { kind: 'failed', message: brief(String(error)) } };
  }
}

/** Reads an exported file, of this version or an earlier one. All of it is sound, or it is refused. */
export async function readRecordFile(text: string): Promise<Read<ReadRecordFile>> {
  const json = readJson(text, fileLimits.depth);
  if (!json.ok) return json;
  const version = versionOf(json.value, recordFormat);
  if (!version.ok) return version;
  const outside = check(envelope, fromPlain(json.value), '');
  if (!outside.ok) return outside;
  const { at, record } = outside.value;
  const whole = checkRecord(record, version.value);
  if (!whole.ok) return whole;
  const { state: seal } = await readSeal(json.value);
  return { ok: true, value: { at, record: whole.value, seal } };
}

/** The version of a file that says it is of the format; one that is newer than this page is not guessed at. */
export function versionOf(value: object, format: string): Read<number> {
  const found: unknown = Reflect.get(value, 'format');
  if (found !== format) {
    return { ok: false, fault: { kind: 'foreign', format: typeof found === 'string' ? brief(found) : '' } };
  }
  const version = check(
    v.pipe(v.number(), v.integer('integer'), v.minValue(1)),
    Reflect.get(value, 'version'),
    'version',
  );
  if (version.ok && version.value > recordVersion) {
    return { ok: false, fault: { kind: 'newer', version: version.value } };
  }
  return version;
}

/** Tables of a version, brought up to today’s and parsed: the first fault is told. */
export function checkRecord(old: OldTables, version: number): Read<WholeRecord> {
  const tables = migrate(old, version);
  const faults: FileFault[] = [];
  const value = mapTables((table) => {
    const checked = check(v.array(fileSchemaOf(table)), tables[table] ?? [], `record.${table}`);
    if (checked.ok) return checked.value;
    faults.push(checked.fault);
    return [];
  });
  const [fault] = faults;
  return fault === undefined ? { ok: true, value } : { ok: false, fault };
}

/** @param place of the value in the file, for what is told of it */
export function check<Value>(
  schema: v.GenericSchema<unknown, Value>,
  value: unknown,
  place: string,
): Read<Value> {
  const checked = v.safeParse(schema, value);
  if (checked.success) return { ok: true, value: checked.output };
  const [issue] = checked.issues;
  const path = v.getDotPath(issue);
  const where = [place, path].filter((part) => part !== '' && part !== null).join('.');
  if (issue.type === 'max_length' && typeof issue.requirement === 'number') {
    const found = Number(issue.received);
    return { ok: false, fault: { kind: 'tooLong', where, most: issue.requirement, found } };
  }
  // Only the message says what a schema of our own wants.
  const expected = issue.type === 'custom' ? issue.message : (issue.expected ?? issue.message);
  return { ok: false, fault: { kind: 'damaged', where, expected, found: brief(issue.received) } };
}

/** What a file says is quoted, and may be of any length. */
function brief(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
