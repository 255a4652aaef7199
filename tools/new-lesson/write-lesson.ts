import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Language, languages } from '../../src/lessons-runtime/shared/language.ts';
import { orderOf, partOf, readLessons, slugOf } from './lesson-rules.ts';

/** What a new lesson is called. */
export interface NewLesson {
  /** Its number in the course and its name, as `06-audio`. */
  readonly folder: string;
  readonly titles: Readonly<Record<Language, string>>;
  /** The part of the course it belongs to; without it, that of the lesson before. */
  readonly part?: string | undefined;
}

const template = fileURLToPath(new URL('template', import.meta.url));

/**
 * Writes the template as a lesson of its own. Never writes over anything.
 * @param lessons the folder of all lessons
 * @returns the files, below the lesson's folder
 * @throws {LessonRefusedError} before anything is written
 */
export function writeLesson(lessons: string, { folder, titles, part }: NewLesson): readonly string[] {
  const there = readLessons(lessons);
  const order = orderOf(folder, there);
  const slugs = { es: slugOf(titles.es, 'es', there), en: slugOf(titles.en, 'en', there) };
  const chosen = partOf(part, order, there);

  const files = readdirSync(template, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(template.length + 1));
  for (const file of files) {
    const text = readFileSync(join(template, file), 'utf8');
    const target = join(lessons, folder, file);
    mkdirSync(dirname(target), { recursive: true });
    const language = languages.find((each) => file === `${each}.mdx`);
    const words =
      language === undefined
        ? {}
        : { title: JSON.stringify(titles[language].trim()), slug: slugs[language], order, part: chosen };
    writeFileSync(target, filled(text, words), { flag: 'wx' });
  }
  return files.toSorted();
}

function filled(text: string, words: Readonly<Record<string, unknown>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (hole, name: string) => String(words[name] ?? hole));
}
