import { inEachLanguage, type Language } from './language.ts';

/** Formats numbers, lists, dates and durations for one language, the same way everywhere. */
export interface Format {
  /** Formats a whole number with groups of three digits: `1.281.167`. */
  count(value: number): string;
  /**
   * A measurement with at most `digits` significant digits (3 by default), but never rounded before the decimal mark:
   * `1.234.567`. Below a millionth it is written as a power of ten: `1,42 × 10⁻¹⁴`.
   */
  number(value: number, digits?: number): string;
  /** Formats a number with exactly `decimals` decimals: `0,50`. */
  fixed(value: number, decimals: number): string;
  /** Formats a number with all of its decimals: `1281,5`. */
  exact(value: number): string;
  /** Formats a share of 1 as a percentage with at most `decimals` decimals (default 1): `87,5 %`. */
  percent(share: number, decimals?: number): string;
  /** Formats a tensor's shape as TensorFlow.js does: `[null, 224, 224, 3]`. */
  shape(sizes: readonly (number | null)[]): string;
  /** Formats a list: `a, b y c`, or with `disjunction` `a, b o c`. */
  list(items: readonly string[], type?: 'conjunction' | 'disjunction'): string;
  /** Formats a count with the singular or the plural: `1 capa`, `12 capas`. */
  plural(count: number, one: string, other: string): string;
  /** Formats a duration in seconds: `0,24 s`, `3,1 s`, `2 min 5 s`, `1 h 4 min`. */
  duration(seconds: number): string;
  /** Formats a number of bytes with decimal prefixes: `512 B`, `3,1 MB`. */
  bytes(count: number): string;
  /** Formats a date and a time. @param at milliseconds since 1970 @param style `long` (default) for text, `medium` for tables */
  date(at: number, style?: 'long' | 'medium'): string;
  /** Formats a date without a time: `30 de noviembre de 2026`. @param at milliseconds since 1970 */
  day(at: number): string;
}

const formats = /* @__PURE__ */ inEachLanguage(createFormat);

/**
 * Returns the formats of a language.
 * @__NO_SIDE_EFFECTS__
 */
export function formatFor(language: Language): Format {
  return formats[language];
}

const byteUnits = ['B', 'kB', 'MB', 'GB'] as const;

const superscriptDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A tensor's shape as TensorFlow.js writes it, in every language: an open size is `null`. */
export function shapeText(sizes: readonly (number | null)[]): string {
  return `[${sizes.map((size) => size ?? 'null').join(', ')}]`;
}

function createFormat(language: Language): Format {
  const numbers = new Map<string, Intl.NumberFormat>();
  let plurals: Intl.PluralRules | null = null;

  function write(value: number, options: Intl.NumberFormatOptions = {}): string {
    if (Number.isNaN(value)) return 'NaN';
    const key = JSON.stringify(options);
    const known = numbers.get(key) ?? new Intl.NumberFormat(language, options);
    numbers.set(key, known);
    return known.format(value);
  }

  const format: Format = {
    count: (value) => write(value, { maximumFractionDigits: 0 }),
    number(value, digits = 3) {
      const size = Math.abs(value);
      if (Number.isInteger(value) || size >= 10 ** digits) return write(value, { maximumFractionDigits: 0 });
      const notation = size < 1e-6 ? 'scientific' : 'standard';
      // `Intl` writes `1,42E-14`, which beginners cannot read.
      return write(value, { maximumSignificantDigits: digits, notation }).replace(
        /E-(\d+)/,
        (_, power: string) =>
          ` × 10⁻${power.replace(/\d/g, (digit) => superscriptDigits.charAt(Number(digit)))}`,
      );
    },
    fixed: (value, decimals) =>
      write(value, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
    exact: (value) => write(value, { maximumFractionDigits: 15 }),
    percent: (share, decimals = 1) => write(share, { style: 'percent', maximumFractionDigits: decimals }),
    shape: shapeText,
    list: (items, type = 'conjunction') => new Intl.ListFormat(language, { type }).format(items),
    plural(count, one, other) {
      plurals ??= new Intl.PluralRules(language);
      return `${write(count)} ${plurals.select(count) === 'one' ? one : other}`;
    },
    duration(seconds) {
      const whole = Math.round(seconds);
      if (whole >= 3600) return `${write(Math.floor(whole / 3600))} h ${Math.floor((whole % 3600) / 60)} min`;
      if (whole >= 60) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
      return `${write(seconds, { maximumSignificantDigits: seconds < 10 ? 2 : 3 })} s`;
    },
    bytes(count) {
      const power = Math.max(
        byteUnits.findLastIndex((_, place) => count >= 1000 ** place),
        0,
      );
      return `${write(count / 1000 ** power, { maximumFractionDigits: power === 0 ? 0 : 1 })} ${byteUnits[power]}`;
    },
    date: (at, style = 'long') =>
      new Intl.DateTimeFormat(language, { dateStyle: style, timeStyle: 'short' }).format(at),
    day: (at) => new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(at),
  };
  return format;
}
