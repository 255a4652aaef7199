import type { Language } from '../../shared/language.ts';

/** Returns the number format of a language for Vega's `config.locale`. Vega's own `formatLocale` does not reach its axes. */
export function vegaNumberLocale(language: Language) {
  const parts = new Intl.NumberFormat(language).formatToParts(1234567.8);
  const sign = (type: 'decimal' | 'group') => parts.find((part) => part.type === type)?.value ?? '';
  return { decimal: sign('decimal'), thousands: sign('group'), grouping: [3], currency: ['', ''] };
}
