const blank = /\s/;
const word = /[\p{L}\p{N}\p{M}_$]+/uy;
const number = /\d[\d_]*(?:\.\d+)?/y;

/**
 * Returns the tokens of a cell's code, for comparing code: without comments, semicolons and trailing commas, and with one type
 * of quotes, except for templates with values. A property's token includes its dot. Never throws, even if the code does not
 * compile.
 */
export function codeTokens(code: string): readonly string[] {
  const tokens: string[] = [];
  let at = 0;
  while (at < code.length) {
    const letter = code.charAt(at);
    if (blank.test(letter) || letter === ';') at += 1;
    else if (code.startsWith('//', at)) at = endOf(code, '\n', at);
    else if (code.startsWith('/*', at)) at = endOf(code, '*/', at + 2);
    else if (letter === '"' || letter === "'" || letter === '`') {
      const end = stringEnd(code, at);
      const text = code.slice(at + 1, end);
      tokens.push(letter === '`' && text.includes('${') ? `\`${text}\`` : `'${text}'`);
      at = end + 1;
    } else {
      const digits = match(number, code, at);
      const found = digits ?? match(word, code, at) ?? letter;
      push(tokens, digits === undefined ? found : digits.replaceAll('_', ''));
      at += found.length;
    }
  }
  return tokens;
}

function push(tokens: string[], token: string): void {
  const last = tokens.at(-1);
  const isName = /^[\p{L}_$]/u.test(token);
  if ((last === '.' && isName) || (last === ',' && /^[)\]}]$/.test(token))) tokens.pop();
  tokens.push(last === '.' && isName ? `.${token}` : token);
}

/** Returns the offset past the next `mark`, or the length of the text. */
function endOf(code: string, mark: string, from: number): number {
  const found = code.indexOf(mark, from);
  return found < 0 ? code.length : found + mark.length;
}

/** Returns the offset of the quotation mark that ends the string starting at `start`. An unclosed string ends with its line. */
function stringEnd(code: string, start: number): number {
  const mark = code.charAt(start);
  for (let at = start + 1; at < code.length; at++) {
    const letter = code.charAt(at);
    if (letter === '\\') at += 1;
    else if (letter === mark || (letter === '\n' && mark !== '`')) return at;
  }
  return code.length;
}

function match(pattern: RegExp, code: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(code)?.[0];
}
