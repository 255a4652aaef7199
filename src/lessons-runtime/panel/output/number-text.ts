import type { Format } from '../../shared/format.ts';

/** What the numbers of a column are: shares of 1 are shown in percent, and numbers that name something without grouping. */
export type Quantity = 'share' | 'name' | 'number';

const shareWords = new Set(
  'acc accuracy exactitud precision precisión recall exhaustividad f1 p prob probability probabilidad share proporción'.split(
    ' ',
  ),
);
/** What is computed from the numbers of several trials. */
const summaryWords = new Set(
  'mean average avg media promedio median mediana worst peor best mejor min max mínimo máximo minimum maximum last final última'.split(
    ' ',
  ),
);
/** What is in a table with numbers that are not shares, so that a summary in it may be of those. */
const unboundedWords = new Set(
  'loss losses pérdida pérdidas error errors mse mae entropy entropía rate tasa pixel píxel pixels píxeles'.split(
    ' ',
  ),
);
const namingWords = new Set('id index índice seed semilla year año'.split(' '));

/** The significant digits of a number in an output. */
const digits = 4;

/**
 * Returns what the numbers of each column are, by a word of its name such as `val_acc`, `valAccuracy` or `p`. A summary such as
 * `mean` or `worst` is a share in a table whose title, other columns or texts name shares and nothing unbounded. A column is a
 * share only if all of its numbers are between 0 and 1 (NaN aside).
 */
export function quantitiesOf(
  columns: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  title = '',
): readonly Quantity[] {
  const words = columns.map(wordsOf);
  const texts = rows.flatMap((row) => row.filter((cell) => typeof cell === 'string'));
  const context = new Set([title, ...texts].flatMap(wordsOf).concat(...words));
  const hasShares = hasWord(context, shareWords) && !hasWord(context, unboundedWords);
  return words.map((named, index) => {
    const isShare = hasWord(named, shareWords) || (hasShares && hasWord(named, summaryWords));
    const isBounded = rows.every(({ [index]: cell }) => typeof cell !== 'number' || !(cell < 0 || cell > 1));
    if (isShare && isBounded) return 'share';
    return hasWord(named, namingWords) ? 'name' : 'number';
  });
}

function wordsOf(text: string): string[] {
  return text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
}

function hasWord(words: Iterable<string>, known: ReadonlySet<string>): boolean {
  return [...words].some((word) => known.has(word));
}

/** Formats a number of an output: `0,8284`, `82,8 %`, `1.281.167`. */
export function numberText(value: number, quantity: Quantity, format: Format): string {
  if (quantity === 'share') return shareText(value, format);
  return quantity === 'name' ? String(value) : format.number(value, digits);
}

/** Formats a share of 1 in percent. One that would be rounded to 0 or to 100 % is written as `< 0,1 %` or `> 99,9 %`. */
export function shareText(share: number, { percent }: Format): string {
  if (share > 0 && share < 0.0005) return `< ${percent(0.001)}`;
  if (share < 1 && share >= 0.9995) return `> ${percent(0.999)}`;
  return percent(share);
}

/** Formats the cell of a table; a text stays as it is. */
export function cellText(cell: string | number, quantity: Quantity, format: Format): string {
  return typeof cell === 'string' ? cell : numberText(cell, quantity, format);
}
