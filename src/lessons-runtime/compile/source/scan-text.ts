/** Offset of the next character that is neither white space nor inside a comment, from `from` on. */
export function skipTrivia(source: string, from: number): number {
  let at = from;
  while (at < source.length) {
    if (/\s/.test(source.charAt(at))) at += 1;
    else if (source.startsWith('//', at)) at = lineEnd(source, at);
    else if (source.startsWith('/*', at)) at = commentEnd(source, at);
    else break;
  }
  return at;
}

/** Offset of `text` outside comments, from `from` on; -1 when it is not there. Knows no strings: use it between tokens. */
export function findText(source: string, from: number, text: string): number {
  let at = skipTrivia(source, from);
  while (at < source.length && !source.startsWith(text, at)) at = skipTrivia(source, at + 1);
  return at < source.length ? at : -1;
}

/** Offset of the line terminator that ends the line holding `from`, or the length of the text. */
export function lineEnd(source: string, from: number): number {
  const length = source.slice(from).search(/[\n\r\u2028\u2029]/);
  return length < 0 ? source.length : from + length;
}

/** Offset just past the closing mark of the block comment that starts at `from`, or the length of the text. */
export function commentEnd(source: string, from: number): number {
  const close = source.indexOf('*/', from + 2);
  return close < 0 ? source.length : close + 2;
}

/** Whether there is a line terminator in [start, end). */
export function hasLineBreak(source: string, start: number, end: number): boolean {
  return /[\n\r\u2028\u2029]/.test(source.slice(start, end));
}
