/** Without case, accents, quotation marks, spaces too many, a full stop. */
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

/** What may stand before or behind an answer without saying more: an article, and what sort of thing it is. */
const lead = /^(?:(?:el|los?|las?|una?|the|an?) )?(?:(?:propiedad|property|tecla|key) )?/;
const tail = / (?:propiedad|property|tecla|key)$/;

/**
 * A typed answer without what does not matter in it: how it is spelt (case, accents, quotation marks, spaces and hyphens
 * between words), how code is written (spaces beside signs, a call's brackets, a leading point), an article in front.
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
 * What a cell shows, as someone may have typed it: numbers however they are written, and lists, as shapes are, with brackets
 * of any kind or none. A number with a comma may be one, or a list of two.
 */
function outputReadings(text: string): readonly string[] {
  const plain = plainText(text.replace(/\u2212/g, '-')).replace(/ ?([[\](){},;:×]) ?/g, '$1');
  const items = list.exec(plain.replace(/(?<=\d) ?[x*] ?(?=\d)/g, '×'))?.[2];
  return [
    ...(number.test(plain) ? [String(Number(plain.replace(',', '.')))] : [plain]),
    ...(items === undefined ? [] : [`[${items.split(/[,;×]/).join()}]`]),
  ];
}

/** Whether two texts tell of one and the same output. */
export function isSameOutput(one: string, other: string): boolean {
  const readings = outputReadings(other);
  return outputReadings(one).some((reading) => reading !== '' && readings.includes(reading));
}
