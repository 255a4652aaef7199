/** Why a file is refused. */
export type FileProblem =
  /** The text is no JSON. `line` counts from 1; `null` if the browser's message does not name it. */
  | { readonly kind: 'notJson'; readonly line: number | null }
  /** A file of another format. `format` is its `format` field, truncated; empty if it has none. */
  | { readonly kind: 'foreign'; readonly format: string }
  /** A file of a later version than this page. */
  | { readonly kind: 'newer'; readonly version: number }
  /** A value does not match the schema. `where` is a path such as `record.items.3.attempts.0.verdict`. */
  | {
      readonly kind: 'damaged';
      readonly where: string;
      readonly expected: string;
      readonly found: string;
    }
  /** A text of more than `most` characters, or a list of more than `most` entries. */
  | { readonly kind: 'tooLong'; readonly where: string; readonly most: number; readonly found: number }
  /** A file of more than `most` bytes. */
  | { readonly kind: 'tooBig'; readonly most: number }
  /** More than `most` nested objects and arrays. */
  | { readonly kind: 'tooDeep'; readonly most: number }
  /** The browser cannot read the file, for example because its disk was removed. */
  | { readonly kind: 'unreadable' }
  /** An unexpected error of the page, which does not mean that the file is wrong. */
  | { readonly kind: 'failed'; readonly message: string };

export type ReadResult<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: FileProblem };

/** The part of the browser's `File` that is used. */
export interface TextFile {
  readonly name: string;
  readonly size?: number;
  text(): Promise<string>;
}

/** Reads the text of a file of at most `most` bytes. Never rejects. */
export async function readText(file: TextFile, most: number): Promise<ReadResult<string>> {
  if (file.size !== undefined && file.size > most) return { ok: false, problem: { kind: 'tooBig', most } };
  try {
    return { ok: true, value: await file.text() };
  } catch {
    return { ok: false, problem: { kind: 'unreadable' } };
  }
}

/**
 * Parses a text as a JSON object.
 * @param depth the maximal nesting of objects and arrays, so that recursive functions do not overflow the stack
 */
export function readJson(text: string, depth: number): ReadResult<object> {
  if (isDeeper(text, depth)) return { ok: false, problem: { kind: 'tooDeep', most: depth } };
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ok: true, value };
    return { ok: false, problem: { kind: 'foreign', format: '' } };
  } catch (error) {
    return { ok: false, problem: { kind: 'notJson', line: lineOf(error, text) } };
  }
}

/** Whether the nesting of a JSON text exceeds a limit. Works on the text, because some browsers fail to parse deep JSON. */
function isDeeper(text: string, most: number): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (letter === '"') at = stringEnd(text, at);
    else if (letter === '{' || letter === '[') depth += 1;
    else if (letter === '}' || letter === ']') depth -= 1;
    if (depth > most) return true;
  }
  return false;
}

/** Returns the offset of the quotation mark that ends the string starting at `start`, or the length of the text. */
function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at;
  }
  return text.length;
}

/**
 * Returns the line of a JSON syntax error, from 1. Browsers word it differently: some name the line, some the offset, and some
 * neither if the text ends too early.
 */
function lineOf(error: unknown, text: string): number | null {
  const message = error instanceof Error ? error.message : '';
  const line = /\bline (\d+)/.exec(message)?.[1];
  if (line !== undefined) return Number(line);
  const position = /\bposition (\d+)/.exec(message)?.[1];
  if (position !== undefined) return text.slice(0, Number(position)).split('\n').length;
  return /end of|unterminated/i.test(message) ? text.split('\n').length : null;
}
