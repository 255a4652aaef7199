/** A number and its unit, in words or as a sign. */
const written = /^(?<sign>[+-]?)(?<digits>[\d.,]*\d[\d.,]*)(?<power>e[+-]?\d+)?\s*(?<unit>[^\d+-]*)$/i;
const percent = /^(?:%|por ?ciento|per ?cent)$/i;

/** A number whose thousands are separated by spaces, apostrophes or underscores. */
const spaced = /^([+-]?[1-9]\d{0,2}(?:[\s\u00a0\u202f'’_]\d{3})+)(?!\d)/;

/**
 * Returns all numbers that a text can mean. A comma or a point between one to three and exactly three digits is ambiguous: it
 * separates thousands or decimals.
 * @param isShare whether the answer is a share of 1, so that a percentage is divided by 100
 * @returns an empty list if the text is no number
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

/** Returns the possible meanings of digits with commas and points, in the notation of `Number`. */
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
