/** A number and what stands behind it: its unit, in words or as a sign. */
const written = /^(?<sign>[+-]?)(?<digits>[\d.,]*\d[\d.,]*)(?<power>e[+-]?\d+)?\s*(?<unit>[^\d+-]*)$/i;
const percent = /^(?:%|por ?ciento|per ?cent)$/i;

/** Groups of three after one to three digits, by spaces, apostrophes and the like. */
const spaced = /^([+-]?[1-9]\d{0,2}(?:[\s\u00a0\u202f'’_]\d{3})+)(?!\d)/;

/**
 * Every number that a learner may have meant. A comma or a point parts thousands only after one to three digits and before
 * three; there it may be a decimal sign, too, and nowhere else is there more than one reading.
 * @param isShare whether a per cent is a hundredth: the answer is a share of 1, and not told in per cent
 * @returns none where it is no number
 */
export function numberReadings(text: string, isShare = false): readonly number[] {
  const plain = text
    .trim()
    .replace(/[\u2212\u2013]/g, '-')
    .replace(spaced, (grouped) => grouped.replace(/[^\d+-]/g, ''));
  const { sign = '', digits = '', power = '', unit = '' } = written.exec(plain)?.groups ?? {};
  const part = isShare && percent.test(unit.trim()) ? 100 : 1;
  return digitReadings(digits).map((number) => Number(`${sign}${number}${power}`) / part);
}

/** Digits as `Number` reads them. */
function digitReadings(digits: string): readonly string[] {
  const isThousands = /^[1-9]\d{0,2}(?:(?:,\d{3})+|(?:\.\d{3})+)$/.test(digits);
  const isDecimal = /^(?:\d+[.,]?\d*|[.,]\d+)$/.test(digits);
  const isBoth = /^[1-9]\d{0,2}(?:(?:,\d{3})+\.|(?:\.\d{3})+,)\d+$/.test(digits);
  return [
    ...(isDecimal ? [digits.replace(',', '.')] : []),
    ...(isThousands ? [digits.replace(/[.,]/g, '')] : []),
    ...(isBoth ? [digits.replace(/[.,](?=.*[.,])/g, '').replace(',', '.')] : []),
  ];
}
