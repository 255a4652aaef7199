import type { Language } from '../../shared/language.ts';

/** A number as a sentence says it: whole ones whole, ordinary ones with two decimals, the very small and very large with three digits. */
export function spokenNumber(value: number, language: Language): string {
  if (Number.isNaN(value)) return 'NaN';
  const size = Math.abs(value);
  if (Number.isInteger(value) || size === Number.POSITIVE_INFINITY) return format(value, language, {});
  if (size < 0.01) {
    const digits = { maximumSignificantDigits: 3 };
    return size < 1e-6
      ? format(value, language, { ...digits, notation: 'scientific' })
      : format(value, language, digits);
  }
  if (size >= 1000) return format(value, language, { maximumFractionDigits: 0 });
  return format(value, language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

/** A number as a table shows it: up to four digits that count. */
export function tableNumber(value: number, language: Language): string {
  if (Number.isNaN(value)) return 'NaN';
  if (Number.isInteger(value)) return format(value, language, {});
  const digits = { maximumSignificantDigits: 4 };
  return Math.abs(value) < 1e-6
    ? format(value, language, { ...digits, notation: 'scientific' })
    : format(value, language, digits);
}

const formats = new Map<string, Intl.NumberFormat>();

function format(value: number, language: Language, options: Intl.NumberFormatOptions): string {
  const key = `${language} ${JSON.stringify(options)}`;
  let known = formats.get(key);
  if (known === undefined) {
    known = new Intl.NumberFormat(language, options);
    formats.set(key, known);
  }
  return known.format(value);
}
