import type { Lesson } from '../course/lessons/lessons.ts';
import { readCell } from '../course/lessons/read-cell.ts';
import type { Language } from '../lessons-runtime/shared/language.ts';
import type { LessonText } from './lesson-download.ts';

/** Reads what a lesson's downloads are made from. */
export function readLessonText({ folder, entries }: Lesson, language: Language): LessonText {
  const { data, body = '' } = entries[language];
  const { title, description, objectives } = data;
  return {
    language,
    title,
    description,
    objectives,
    mdx: body,
    cell: (id) => readCell(folder, id, language),
  };
}
