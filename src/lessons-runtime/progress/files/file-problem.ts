/** Why a file is refused, and where the fault is. */
export type FileProblem =
  /** `line` is 1-based, `null` where the browser does not tell. */
  | { readonly kind: 'notJson'; readonly line: number | null }
  /** A file of something else; `format` is the beginning of what it calls itself. */
  | { readonly kind: 'foreign'; readonly format: string }
  | { readonly kind: 'newer'; readonly version: number }
  /** `where` is a path such as `record.items.3.attempts.0.verdict`. */
  | {
      readonly kind: 'damaged';
      readonly where: string;
      readonly expected: string;
      readonly found: string;
    }
  /** A text of more characters, or a list of more entries, than there can be. */
  | { readonly kind: 'tooLong'; readonly where: string; readonly most: number; readonly found: number }
  /** A file of more than `most` bytes. */
  | { readonly kind: 'tooBig'; readonly most: number }
  /** More than `most` objects and lists within each other. */
  | { readonly kind: 'tooDeep'; readonly most: number }
  /** The browser does not give the file's content: its disk was removed, or it lies elsewhere on the network. */
  | { readonly kind: 'unreadable' }
  /** The page itself failed at it, which nobody expected: that says nothing of the file. */
  | { readonly kind: 'failed'; readonly message: string };

export type ReadResult<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: FileProblem };

/** A file as the browser gives it. */
export interface TextFile {
  readonly name: string;
  readonly size?: number;
  text(): Promise<string>;
}

/** The text of a file of at most `most` bytes. Never rejects. */
export async function readText(file: TextFile, most: number): Promise<ReadResult<string>> {
  if (file.size !== undefined && file.size > most) return { ok: false, problem: { kind: 'tooBig', most } };
  try {
    return { ok: true, value: await file.text() };
  } catch {
    return { ok: false, problem: { kind: 'unreadable' } };
  }
}

/**
 * The object that a text is as JSON; told by its line where it is none.
 * @param depth how many objects and lists may lie within each other: what goes through them is not to fill the stack
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

/** Looked for in the text: some browsers cannot even parse what is very deep. */
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

/** Offset of the quotation mark that ends the string beginning at `start`, or the length of the text. */
function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at;
  }
  return text.length;
}

/** Each browser says it in its own words: a line, or how many letters into the text; an end that came too early has neither. */
function lineOf(error: unknown, text: string): number | null {
  const message = error instanceof Error ? error.message : '';
  const line = /\bline (\d+)/.exec(message)?.[1];
  if (line !== undefined) return Number(line);
  const position = /\bposition (\d+)/.exec(message)?.[1];
  if (position !== undefined) return text.slice(0, Number(position)).split('\n').length;
  return /end of|unterminated/i.test(message) ? text.split('\n').length : null;
}
