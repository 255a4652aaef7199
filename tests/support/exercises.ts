import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { localizeCode } from '../../src/course/code/localize-code.ts';
import type { Language } from '../../src/lessons-runtime/shared/language.ts';

const lessons = 'src/content/lessons';

/** An exercise as its author wrote it. */
export interface AuthoredExercise {
  /** The folder of the lesson. */
  readonly lesson: string;
  readonly id: string;
  readonly folder: string;
  /** The names of its wrong answers. */
  readonly wrong: readonly string[];
  /** Returns one of its files in one language: `starter`, `solution`, `check`, `wrong/<name>`. */
  code(name: string, language?: Language): string;
}

/** Every exercise of every lesson. */
export const authoredExercises: readonly AuthoredExercise[] = readdirSync(lessons)
  .sort()
  .flatMap((lesson) =>
    subfolders(`${lessons}/${lesson}/exercises`).map((id) => {
      const folder = `${lessons}/${lesson}/exercises/${id}`;
      return {
        lesson,
        id,
        folder,
        wrong: scripts(`${folder}/wrong`),
        code: (name, language = 'en') =>
          localizeCode(readFileSync(`${folder}/${name}.ts`, 'utf8'), language, `${folder}/${name}.ts`),
      } satisfies AuthoredExercise;
    }),
  );

/** Returns the authored cells of a lesson. */
export function cellsOf(lesson: string, language: Language = 'en') {
  const folder = `${lessons}/${lesson}/cells`;
  return scripts(folder).map((id) => {
    const file = `${folder}/${id}.ts`;
    return { id, source: localizeCode(readFileSync(file, 'utf8'), language, file) };
  });
}

function subfolders(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

function scripts(folder: string): readonly string[] {
  return subfolders(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -'.ts'.length));
}
