import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inEachLanguage, type Language, languages } from '../../src/lessons-runtime/shared/language.ts';
import { orderOf, partOf, readLessons, slugOf } from './lesson-rules.ts';

/** The folder, titles and part of a new lesson. */
export interface NewLesson {
  /** Its number in the course and its name, such as `06-audio`. */
  readonly folder: string;
  readonly titles: Readonly<Record<Language, string>>;
  /** The part of the course that it belongs to; by default that of the previous lesson. */
  readonly part?: string | undefined;
}

const template = fileURLToPath(new URL('template', import.meta.url));

/**
 * Writes a lesson from the template. It never overwrites files.
 * @param lessons the folder of all lessons
 * @returns the paths of the files, below the lesson's folder
 * @throws {LessonRefusedError} if the lesson is not valid; then nothing is written
 */
export function writeLesson(lessons: string, { folder, titles, part }: NewLesson): readonly string[] {
  const existing = readLessons(lessons);
  const order = orderOf(folder, existing);
  const slugs = inEachLanguage((language) => slugOf(titles[language], language, existing));
  const chosen = partOf(part, order, existing);

  const files = readdirSync(template, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(template.length + 1));
  for (const file of files) {
    const text = readFileSync(join(template, file), 'utf8');
    const target = join(lessons, folder, file);
    mkdirSync(dirname(target), { recursive: true });
    const language = languages.find((each) => file === `${each}.mdx`);
    const values =
      language === undefined
        ? {}
        : { title: JSON.stringify(titles[language].trim()), slug: slugs[language], order, part: chosen };
    writeFileSync(target, fillPlaceholders(text, values), { flag: 'wx' });
  }
  return files.toSorted();
}

/** Replaces each `{{name}}` that has a value. */
function fillPlaceholders(text: string, values: Readonly<Record<string, unknown>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (placeholder, name: string) => String(values[name] ?? placeholder));
}
