import { lessonPath } from './lesson-page.ts';

/** Every kind of page of the site, in each language. */
export const everyPage = [
  '/',
  '/es/',
  '/en/',
  '/es/glosario/',
  '/en/glossary/',
  '/es/progreso/',
  '/en/progress/',
  '/es/creditos/',
  '/en/credits/',
  lessonPath.es,
  lessonPath.en,
  '/404.html',
] as const;
