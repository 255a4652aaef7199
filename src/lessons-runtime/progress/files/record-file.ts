import * as v from 'valibot';
import { verifyDigest, writeWithDigest } from '../record/digest.ts';
import type { DigestState } from '../record/digest-state.ts';
import { migrate, type OldTables, recordVersion } from '../record/migrations.ts';
import { fromPlain, toPlain } from '../record/plain-values.ts';
import { fileLimits, timeSchema } from '../record/record-schemas.ts';
import { fileSchemaOf, mapTables } from '../record/record-tables.ts';
import type { RecordTables, TableName } from '../record/record-types.ts';
import { type FileProblem, type ReadResult, readJson, readText, type TextFile } from './file-problem.ts';
import { recordFormat } from './formats.ts';

/** The content of an exported file. */
export interface RecordFile {
  /** When it was exported, in milliseconds since 1970. */
  readonly at: number;
  readonly record: RecordTables;
}

/** The content of an exported file that was read, and the state of its digest. Older exports have no digest. */
export interface ReadRecordFile extends RecordFile {
  readonly seal: DigestState;
}

/** The rows of a table, not validated yet. A table that a file lacks is empty. */
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

/** Returns the text of an exported file: the record as indented JSON, with a digest like that of a hand-in. */
export function writeRecordFile({ at, record }: RecordFile): Promise<string> {
  return writeWithDigest({
    format: recordFormat,
    version: recordVersion,
    ...Object(toPlain({ at, record })),
  });
}

/**
 * Reads and parses a file. Never rejects: an unexpected error becomes a problem of type `failed`.
 * @param read parses the text
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
    return { ok: false, problem: { kind: 'failed', message: truncate(String(error)) } };
  }
}

/** Parses an exported file of this version or an earlier one. The file is refused if any part of it is invalid. */
export async function readRecordFile(text: string): Promise<ReadResult<ReadRecordFile>> {
  const json = readJson(text, fileLimits.depth);
  if (!json.ok) return json;
  const version = versionOf(json.value, recordFormat);
  if (!version.ok) return version;
  const content = parseWith(envelope, fromPlain(json.value), '');
  if (!content.ok) return content;
  const { at, record } = content.value;
  const tables = parseTables(record, version.value);
  if (!tables.ok) return tables;
  const { state: seal } = await verifyDigest(json.value);
  return { ok: true, value: { at, record: tables.value, seal } };
}

/** Returns the version of a file of the given format. A file that is newer than this page is refused. */
export function versionOf(value: object, format: string): ReadResult<number> {
  const found: unknown = Reflect.get(value, 'format');
  if (found !== format) {
    return {
      ok: false,
      problem: { kind: 'foreign', format: typeof found === 'string' ? truncate(found) : '' },
    };
  }
  const version = parseWith(
    v.pipe(v.number(), v.integer('integer'), v.minValue(1)),
    Reflect.get(value, 'version'),
    'version',
  );
  if (version.ok && version.value > recordVersion) {
    return { ok: false, problem: { kind: 'newer', version: version.value } };
  }
  return version;
}

/** Migrates the tables of a file and validates them. Returns the first problem, if there is one. */
export function parseTables(old: OldTables, version: number): ReadResult<RecordTables> {
  const tables = migrate(old, version);
  const problems: FileProblem[] = [];
  const value = mapTables((table) => {
    const parsed = parseWith(v.array(fileSchemaOf(table)), tables[table] ?? [], `record.${table}`);
    if (parsed.ok) return parsed.value;
    problems.push(parsed.problem);
    return [];
  });
  const [problem] = problems;
  return problem === undefined ? { ok: true, value } : { ok: false, problem };
}

/**
 * Parses a value with a schema.
 * @param place the path of the value in the file, for the problem
 */
export function parseWith<Value>(
  schema: v.GenericSchema<unknown, Value>,
  value: unknown,
  place: string,
): ReadResult<Value> {
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return { ok: true, value: parsed.output };
  const [issue] = parsed.issues;
  const path = v.getDotPath(issue);
  const where = [place, path].filter((part) => part !== '' && part !== null).join('.');
  if (issue.type === 'max_length' && typeof issue.requirement === 'number') {
    const found = Number(issue.received);
    return { ok: false, problem: { kind: 'tooLong', where, most: issue.requirement, found } };
  }
  // Custom schemas put what they expect into their message.
  const expected = issue.type === 'custom' ? issue.message : (issue.expected ?? issue.message);
  return { ok: false, problem: { kind: 'damaged', where, expected, found: truncate(issue.received) } };
}

/** Shortens a text from a file or an error, which may have any length. */
function truncate(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
