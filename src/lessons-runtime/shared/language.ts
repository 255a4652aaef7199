/** The languages every lesson, string and message exists in. */
export const languages = ['es', 'en'] as const;

export type Language = (typeof languages)[number];

/** What each is called in English, for those who write lessons. */
export const languageNames: Readonly<Record<Language, string>> = { es: 'Spanish', en: 'English' };

/** The language of a page, by its root element. */
export function languageOf({ lang }: { readonly lang: string }): Language {
  return isLanguage(lang) ? lang : languages[0];
}

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

/** The same thing for each language: `inEachLanguage(homePath)`. */
export function inEachLanguage<Value>(of: (language: Language) => Value): Readonly<Record<Language, Value>> {
  const made: Partial<Record<Language, Value>> = {};
  for (const language of languages) made[language] = of(language);
  return made as Record<Language, Value>;
}
