import { lessonsUnderTest } from './lessons.ts';

/** Every page of the site, in each language. */
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
  ...lessonsUnderTest.map(({ path }) => path),
  '/404.html',
] as const;
