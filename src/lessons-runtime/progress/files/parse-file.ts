import * as v from 'valibot';
import { type ReadResult, readText, type TextFile } from './file-problem.ts';

/**
 * Reads and parses a file. Never rejects: an unexpected error becomes a problem of type `failed`.
 * @param read parses the text
 * @param most size of the file in bytes
 */
export async function readFile<Value>(
  file: TextFile,
  read: (text: string) => ReadResult<Value> | Promise<ReadResult<Value>>,
  most: number,
): Promise<ReadResult<Value>> {
  const text = await readText(file, most);
  if (!text.ok) return text;
  try {
    return await read(text.value);
  } catch (error) {
    return { ok: false, problem: { kind: 'failed', message: truncate(String(error)) } };
  }
}

/** Returns the version of a file of the given format. A file that is newer than `newest` is refused. */
export function versionOf(value: object, format: string, newest: number): ReadResult<number> {
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
  if (version.ok && version.value > newest) {
    return { ok: false, problem: { kind: 'newer', version: version.value } };
  }
  return version;
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
