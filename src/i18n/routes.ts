import { type Language, languages } from '../lessons-runtime/shared/language.ts';

/** The address segment under which each language keeps its lessons, its credits, its glossary and the learner's progress. */
export const lessonsSegment: Readonly<Record<Language, string>> = { es: 'lecciones', en: 'lessons' };
export const creditsSegment: Readonly<Record<Language, string>> = { es: 'creditos', en: 'credits' };
export const glossarySegment: Readonly<Record<Language, string>> = { es: 'glosario', en: 'glossary' };
export const progressSegment: Readonly<Record<Language, string>> = { es: 'progreso', en: 'progress' };

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
  return sitePath(`${language}/${lessonsSegment[language]}/${slug}/`);
}

/** A lesson as a file to keep: `/es/lecciones/modelos-preentrenados.ipynb` */
export function lessonFilePath(language: Language, slug: string, kind: 'ipynb' | 'ts'): string {
  return sitePath(`${language}/${lessonsSegment[language]}/${slug}.${kind}`);
}

/** `/es/creditos/` */
export function creditsPath(language: Language): string {
  return sitePath(`${language}/${creditsSegment[language]}/`);
}

/** `/es/glosario/` */
export function glossaryPath(language: Language): string {
  return sitePath(`${language}/${glossarySegment[language]}/`);
}

/** `/es/progreso/` */
export function progressPath(language: Language): string {
  return sitePath(`${language}/${progressSegment[language]}/`);
}

/** The same page in every language: `alternates(homePath)`. */
export function alternates(pathIn: (language: Language) => string): Alternates {
  return { es: pathIn('es'), en: pathIn('en') };
}

/** The other one. */
export function otherLanguage(language: Language): Language {
  return languages.find((candidate) => candidate !== language) ?? language;
}
