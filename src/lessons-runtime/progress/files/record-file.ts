import * as v from 'valibot';
import { verifyDigest, writeWithDigest } from '../record/digest.ts';
import type { DigestState } from '../record/digest-state.ts';
import { migrate, type OldTables, recordVersion } from '../record/migrations.ts';
import { fromPlain, toPlain } from '../record/plain-values.ts';
import { fileLimits, timeSchema } from '../record/record-schemas.ts';
import { fileSchemaOf, mapTables } from '../record/record-tables.ts';
import type { RecordTables, TableName } from '../record/record-types.ts';
import { type FileProblem, type ReadResult, readJson } from './file-problem.ts';
import { recordFormat } from './formats.ts';
import { parseWith, versionOf } from './parse-file.ts';

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
  drawings: rows,
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

/** Parses an exported file of this version or an earlier one. The file is refused if any part of it is invalid. */
export async function readRecordFile(text: string): Promise<ReadResult<ReadRecordFile>> {
  const json = readJson(text, fileLimits.depth);
  if (!json.ok) return json;
  const version = versionOf(json.value, recordFormat, recordVersion);
  if (!version.ok) return version;
  const content = parseWith(envelope, fromPlain(json.value), '');
  if (!content.ok) return content;
  const { at, record } = content.value;
  const tables = parseTables(record, version.value);
  if (!tables.ok) return tables;
  const { state: seal } = await verifyDigest(json.value);
  return { ok: true, value: { at, record: tables.value, seal } };
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
