/** A number, with a comma or a point in it, and words or a sign behind. */
const written = /^([+-]?[\d.,]*\d[\d.,]*(?:e[+-]?\d+)?)\s*(?:%|[^\d\s.,+-]*)$/i;

/**
 * Every number that a learner may have meant: a comma is a decimal comma to some and parts thousands for others, and a unit
 * may stand behind.
 * @returns none where it is no number
 */
export function numberReadings(text: string): readonly number[] {
  const plain = text
    .trim()
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/(?<=\d)[\s\u00a0\u202f'_](?=\d{3})/g, '');
  const number = written.exec(plain)?.[1];
  if (number === undefined) return [];
  const forms = [
    number,
    number.replaceAll(',', ''),
    number.replaceAll('.', '').replace(',', '.'),
    number.replaceAll('.', ''),
  ];
  return [...new Set(forms.map(Number))].filter(Number.isFinite);
}
