/** The languages of the course. Every lesson and every text exists in each of them. The first one is the default. */
export const languages = ['es', 'en'] as const;

export type Language = (typeof languages)[number];

/** The English names of the languages, for messages to authors. */
export const languageNames: Readonly<Record<Language, string>> = { es: 'Spanish', en: 'English' };

/** Returns the language of a page. @param root the page's root element */
export function languageOf({ lang }: { readonly lang: string }): Language {
  return isLanguage(lang) ? lang : languages[0];
}

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

/** Calls a function for each language and returns the values by language: `inEachLanguage(homePath)`. */
export function inEachLanguage<Value>(
  create: (language: Language) => Value,
): Readonly<Record<Language, Value>> {
  const values: Partial<Record<Language, Value>> = {};
  for (const language of languages) values[language] = create(language);
  // The loop has set every key, which TypeScript cannot know.
  return values as Record<Language, Value>;
}
