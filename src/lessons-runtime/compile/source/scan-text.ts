/** Returns the offset of the first character from `from` that is neither white space nor in a comment. */
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

/** Returns the offset of `text` from `from`, outside comments; -1 if it is missing. Does not skip strings. */
export function findText(source: string, from: number, text: string): number {
  let at = skipTrivia(source, from);
  while (at < source.length && !source.startsWith(text, at)) at = skipTrivia(source, at + 1);
  return at < source.length ? at : -1;
}

/** Returns the offset of the line terminator that ends the line of `from`, or the length of the text. */
export function lineEnd(source: string, from: number): number {
  const length = source.slice(from).search(/[\n\r\u2028\u2029]/);
  return length < 0 ? source.length : from + length;
}

/** Returns the offset past the block comment that starts at `from`, or the length of the text. */
export function commentEnd(source: string, from: number): number {
  const close = source.indexOf('*/', from + 2);
  return close < 0 ? source.length : close + 2;
}

/** Whether [start, end) contains a line terminator. */
export function hasLineBreak(source: string, start: number, end: number): boolean {
  return /[\n\r\u2028\u2029]/.test(source.slice(start, end));
}
