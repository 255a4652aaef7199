import type { Language } from './language.ts';

const units = ['B', 'kB', 'MB', 'GB'] as const;

/** A number of bytes as people read it, in the language's digits, by thousands as the download sizes are: `512 B`, `3,1 MB`. */
export function byteSize(language: Language, bytes: number): string {
  const power = Math.max(
    units.findLastIndex((_, place) => bytes >= 1000 ** place),
    0,
  );
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: power === 0 ? 0 : 1 });
  return `${format.format(bytes / 1000 ** power)} ${units[power]}`;
}
