/** Removes case, accents, quotation marks, redundant spaces and final punctuation. */
function plainText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[«»“”"'’‘`¿¡?!]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/[\s.,;]+$/, '')
    .trim();
}

/** Words before or after an answer that do not change it: an article, and a noun that says what it is. */
const lead = /^(?:(?:el|los?|las?|una?|the|an?) )?(?:(?:propiedad|property|tecla|key) )?/;
const tail = / (?:propiedad|property|tecla|key)$/;

/**
 * Normalizes a typed answer: removes case, accents, quotation marks, spaces and hyphens between words, and a leading article;
 * in code also spaces around `=`, `:` and `.`, the parentheses of a call, and a leading dot.
 */
export function normaliseText(text: string): string {
  const plain = plainText(text);
  const bare = plain.replace(lead, '').replace(tail, '');
  return (bare === '' ? plain : bare)
    .replace(/ ?([=:.]) ?/g, '$1')
    .replace(/^\.(?=\p{L})/u, '')
    .replace(/(?<=[\p{L}\d]) ?\(\)$/u, '')
    .replace(/(?<=\p{L})[\s_-]+(?=[\p{L}\d])|(?<=\d)[\s_-]+(?=\p{L})/gu, '');
}

const number = /^[+-]?(?:\d+[.,]?\d*|[.,]\d+)(?:e[+-]?\d+)?$/;
const list = /^([[({]?)((?:[^[\](){},;×]+[,;×])+[^[\](){},;×]+)[,;]?([\])}]?)$/;

/**
 * Returns the possible meanings of a cell's output that was typed by hand: a number in any notation, a list with any brackets
 * or none, or a text. A number with a comma may also be a list of two.
 */
function outputReadings(text: string): readonly string[] {
  const plain = plainText(text.replace(/\u2212/g, '-')).replace(/ ?([[\](){},;:×]) ?/g, '$1');
  const items = list.exec(plain.replace(/(?<=\d) ?[x*] ?(?=\d)/g, '×'))?.[2];
  return [
    ...(number.test(plain) ? [String(Number(plain.replace(',', '.')))] : [plain]),
    ...(items === undefined ? [] : [`[${items.split(/[,;×]/).join()}]`]),
  ];
}

/** Whether two texts can mean the same output of a cell. */
export function isSameOutput(one: string, other: string): boolean {
  const readings = outputReadings(other);
  return outputReadings(one).some((reading) => reading !== '' && readings.includes(reading));
}
