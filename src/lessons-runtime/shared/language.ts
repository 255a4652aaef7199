/** The languages every lesson, string and message exists in. */
export const languages = ['es', 'en'] as const;

export type Language = (typeof languages)[number];

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}
