import { inEachLanguage, type Language, languages } from '../lessons-runtime/shared/language.ts';
import { segmentWords } from './segment-words.ts';

/** The address of one page in each language. */
export type Alternates = Readonly<Record<Language, string>>;

/** Returns the folder that the site is served from, with a slash at both ends: `/`, `/curso/`. */
function baseFolder(): string {
  return `/${import.meta.env.BASE_URL}/`.replace(/\/+/g, '/');
}

/** Returns the address of a file or page of the site. @param path relative to the site's folder */
export function sitePath(path: string): string {
  return baseFolder() + path.replace(/^\/+/, '');
}

/** Returns the home page's address: `/es/`. */
export function homePath(language: Language): string {
  return sitePath(`${language}/`);
}

/** Returns a lesson's address: `/es/lecciones/modelos-preentrenados/`. */
export function lessonPath(language: Language, slug: string): string {
  return sitePath(`${language}/${segmentWords[language].lessons}/${slug}/`);
}

/** Returns the address of a lesson's download: `/es/lecciones/modelos-preentrenados.ipynb`. */
export function lessonFilePath(language: Language, slug: string, kind: 'ipynb' | 'ts'): string {
  return sitePath(`${language}/${segmentWords[language].lessons}/${slug}.${kind}`);
}

/** Returns the credits page's address: `/es/creditos/`. */
export function creditsPath(language: Language): string {
  return sitePath(`${language}/${segmentWords[language].credits}/`);
}

/** Returns the glossary's address: `/es/glosario/`. */
export function glossaryPath(language: Language): string {
  return sitePath(`${language}/${segmentWords[language].glossary}/`);
}

/** Returns the progress page's address: `/es/progreso/`. */
export function progressPath(language: Language): string {
  return sitePath(`${language}/${segmentWords[language].progress}/`);
}

/** Returns the addresses of one page in all languages: `alternates(homePath)`. */
export function alternates(pathIn: (language: Language) => string): Alternates {
  return inEachLanguage(pathIn);
}

/** Returns the language that the page's language switch leads to. */
export function otherLanguage(language: Language): Language {
  return languages.find((candidate) => candidate !== language) ?? language;
}
