/** Why a file is refused, and where the fault is. */
export type FileFault =
  /** `line` is 1-based, `null` where the browser does not tell. */
  | { readonly kind: 'notJson'; readonly line: number | null }
  /** A file of something else; `format` is what it calls itself. */
  | { readonly kind: 'foreign'; readonly format: string }
  | { readonly kind: 'newer'; readonly version: number }
  /** `where` is a path such as `record.items.3.attempts.0.verdict`. */
  | {
      readonly kind: 'damaged';
      readonly where: string;
      readonly expected: string;
      readonly found: string;
    };

export type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly fault: FileFault };

/** The object that a text is as JSON; told by its line where it is none. */
export function readJson(text: string): Read<object> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ok: true, value };
    return { ok: false, fault: { kind: 'foreign', format: '' } };
  } catch (error) {
    return { ok: false, fault: { kind: 'notJson', line: lineOf(error, text) } };
  }
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
