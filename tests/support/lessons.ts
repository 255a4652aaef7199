import { readdirSync, readFileSync } from 'node:fs';
import { type Language, languages } from '../../src/lessons-runtime/shared/language.ts';

export interface LessonUnderTest {
  /** Its folder, e.g. `01-pretrained`. */
  readonly folder: string;
  readonly language: Language;
  /** Its address on the site. */
  readonly path: string;
}

const folder = 'src/content/lessons';
const segment: Readonly<Record<Language, string>> = { es: 'lecciones', en: 'lessons' };

/** Every lesson in every language, as its author's files say. */
export const lessonsUnderTest: readonly LessonUnderTest[] = readdirSync(folder)
  .sort()
  .flatMap((lesson) =>
    languages.map((language) => {
      const file = `${folder}/${lesson}/${language}.mdx`;
      const slug = /^slug: *(\S+)$/m.exec(readFileSync(file, 'utf8'))?.[1];
      if (slug === undefined) throw new Error(`${file}: no slug in its front matter`);
      return { folder: lesson, language, path: `/${language}/${segment[language]}/${slug}/` };
    }),
  );
