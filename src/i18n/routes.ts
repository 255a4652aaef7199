import { inEachLanguage, type Language, languages } from '../lessons-runtime/shared/language.ts';
import { segmentWords } from './segment-words.ts';

/** Where the same page is in each language. */
export type Alternates = Readonly<Record<Language, string>>;

/** The folder the site is served from, with a slash at both ends: `/`, `/curso/`. */
function baseFolder(): string {
  return `/${import.meta.env.BASE_URL}/`.replace(/\/+/g, '/');
}

/** The address of a file or page of the site; `path` is relative to the site's folder and kept as it is. */
export function sitePath(path: string): string {
  return baseFolder() + path.replace(/^\/+/, '');
}

/** `/es/` */
export function homePath(language: Language): string {
  return sitePath(`${language}/`);
}

/** `/es/lecciones/modelos-preentrenados/` */
export function lessonPath(language: Language, slug: string): string {
  return sitePath(`${language}/${segmentWords[language].lessons}/${slug}/`);
}

/** A lesson as a file to keep: `/es/lecciones/modelos-preentrenados.ipynb` */
export function lessonFilePath(language: Language, slug: string, kind: 'ipynb' | 'ts'): string {
  return sitePath(`${language}/${segmentWords[language].lessons}/${slug}.${kind}`);
}

/** `/es/creditos/` */
export function creditsPath(language: Language): string {
  return sitePath(`${language}/${segmentWords[language].credits}/`);
}

/** `/es/glosario/` */
export function glossaryPath(language: Language): string {
  return sitePath(`${language}/${segmentWords[language].glossary}/`);
}

/** `/es/progreso/` */
export function progressPath(language: Language): string {
  return sitePath(`${language}/${segmentWords[language].progress}/`);
}

/** The same page in every language: `alternates(homePath)`. */
export function alternates(pathIn: (language: Language) => string): Alternates {
  return inEachLanguage(pathIn);
}

/** The other one. */
export function otherLanguage(language: Language): Language {
  return languages.find((candidate) => candidate !== language) ?? language;
}
