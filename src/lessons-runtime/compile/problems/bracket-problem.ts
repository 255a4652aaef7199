import { commentEnd, lineEnd } from '../source/scan-text.ts';

/** A bracket without a partner at the offset `at`: one that is never closed, or one that closes nothing. */
type BracketProblem = {
  readonly code: 'unclosed-bracket' | 'unexpected-bracket';
  readonly bracket: string;
  readonly at: number;
};

type Open = { readonly bracket: string; readonly at: number };

const CLOSES: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** A slash after one of these starts a regular expression. Any other slash is a division. */
const BEFORE_REGEXP = /(?:^|[(,=:[!&|?{};+\-*%<>~^]|\b(?:return|typeof|case|of|in|await|yield))\s*$/;

/**
 * Returns the first bracket without a partner, or undefined if all match. Skips strings, templates, comments and regular
 * expressions, which it recognizes by the preceding characters. Meant for text that the parser has rejected.
 */
export function findBracketProblem(source: string): BracketProblem | undefined {
  const open: Open[] = [];
  let at = 0;
  while (at < source.length) {
    const character = source.charAt(at);
    const top = open.at(-1);
    if (top?.bracket === '`') {
      if (character === '\\') at += 1;
      else if (character === '`') open.pop();
      else if (source.startsWith('${', at)) {
        at += 1;
        open.push({ bracket: '{', at });
      }
      at += 1;
    } else if (source.startsWith('//', at)) {
      at = lineEnd(source, at);
    } else if (source.startsWith('/*', at)) {
      at = commentEnd(source, at);
    } else if (character === '"' || character === "'") {
      at = quotedEnd(source, at, character);
    } else if (character === '/' && BEFORE_REGEXP.test(source.slice(Math.max(0, at - 80), at))) {
      at = quotedEnd(source, at, '/');
    } else {
      if ('([{`'.includes(character)) open.push({ bracket: character, at });
      const partner = CLOSES[character];
      if (partner !== undefined) {
        if (top === undefined) return { code: 'unexpected-bracket', bracket: character, at };
        if (top.bracket !== partner) return unclosed(top);
        open.pop();
      }
      at += 1;
    }
  }
  const last = open.at(-1);
  return last === undefined || last.bracket === '`' ? undefined : unclosed(last);
}

function unclosed(open: Open): BracketProblem {
  return { code: 'unclosed-bracket', bracket: open.bracket, at: open.at };
}

/** Returns the offset past the closing quote, or the end of the line. Slashes in a character class do not end a regexp. */
function quotedEnd(source: string, from: number, quote: string): number {
  const stop = lineEnd(source, from);
  let inClass = false;
  for (let at = from + 1; at < stop; at += 1) {
    const character = source.charAt(at);
    if (character === '\\') at += 1;
    else if (quote === '/' && character === '[') inClass = true;
    else if (quote === '/' && character === ']') inClass = false;
    else if (character === quote && !inClass) return at + 1;
  }
  return stop;
}
