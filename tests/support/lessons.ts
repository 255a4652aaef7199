import { readdirSync, readFileSync } from 'node:fs';
import { type Language, languages } from '../../src/lessons-runtime/shared/language.ts';

export interface LessonUnderTest {
  /** Its folder, e.g. `01-pretrained`. */
  readonly folder: string;
  readonly language: Language;
  /** The path of its page on the site. */
  readonly path: string;
}

const folder = 'src/content/lessons';
const segment: Readonly<Record<Language, string>> = { es: 'lecciones', en: 'lessons' };

/** Every lesson in every language, read from its files. */
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

/**
 * Each lesson in one language on wasm, and in the other on WebGL: the code differs in its comments only, and compiles in
 * both, which `tests/content/every-lesson.test.ts` asserts.
 */
export const lessonsOnWasm = lessonsUnderTest.filter(isOnWasm);
export const lessonsOnWebgl = lessonsUnderTest.filter((lesson) => !isOnWasm(lesson));

function isOnWasm({ folder, language }: LessonUnderTest): boolean {
  const folders = [...new Set(lessonsUnderTest.map((lesson) => lesson.folder))];
  return (language === 'es') === (folders.indexOf(folder) % 2 === 0);
}

/** Returns the path of a lesson's page. */
export function lessonPathOf(folder: string, language: Language): string {
  const found = lessonsUnderTest.find((lesson) => lesson.folder === folder && lesson.language === language);
  if (found === undefined) throw new Error(`no lesson ${folder} in ${language}`);
  return found.path;
}
