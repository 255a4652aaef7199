import { type CollectionEntry, getCollection } from 'astro:content';
import { lessonPath } from '../../i18n/routes.ts';
import { segmentWords } from '../../i18n/segment-words.ts';
import { type Language, languages } from '../../lessons-runtime/shared/language.ts';
import { type PairedLesson, pairLessons } from './pair-lessons.ts';

export type Lesson = PairedLesson<CollectionEntry<'lessons'>>;

/**
 * Returns all lessons, in the order of the course.
 * @throws {UnpairedLessonsError} if the languages do not match; this fails the build
 */
export async function courseLessons(): Promise<Lesson[]> {
  return pairLessons(await getCollection('lessons'));
}

/** Returns the static paths of every lesson in every language, each with the previous and next lesson. */
export async function lessonPages() {
  const lessons = await courseLessons();
  return lessons.flatMap((lesson, place) =>
    languages.map((language) => ({
      params: { language, lessons: segmentWords[language].lessons, slug: lesson.entries[language].data.slug },
      props: { lesson, language, previous: lessons[place - 1], next: lessons[place + 1] },
    })),
  );
}

/** Returns each lesson's address and title in a language, by its folder. */
export async function lessonLinks(
  language: Language,
): Promise<Readonly<Record<string, { readonly path: string; readonly title: string }>>> {
  const lessons = await courseLessons();
  return Object.fromEntries(
    lessons.map(({ folder, entries }) => {
      const { slug, title } = entries[language].data;
      return [folder, { path: lessonPath(language, slug), title }];
    }),
  );
}
