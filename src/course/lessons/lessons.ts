import { type CollectionEntry, getCollection } from 'astro:content';
import { lessonPath } from '../../i18n/routes.ts';
import { segmentWords } from '../../i18n/segment-words.ts';
import { type Language, languages } from '../../lessons-runtime/shared/language.ts';
import { type PairedLesson, pairLessons } from './pair-lessons.ts';

export type Lesson = PairedLesson<CollectionEntry<'lessons'>>;

/**
 * Every lesson in every language, in the order of the course.
 *
 * @throws {UnpairedLessonsError} which fails the build, where the languages do not match
 */
export async function courseLessons(): Promise<Lesson[]> {
  return pairLessons(await getCollection('lessons'));
}

/** The static paths of what every lesson has in every language, with the lessons before and after. */
export async function lessonPages() {
  const lessons = await courseLessons();
  return lessons.flatMap((lesson, place) =>
    languages.map((language) => ({
      params: { language, lessons: segmentWords[language].lessons, slug: lesson.entries[language].data.slug },
      props: { lesson, language, previous: lessons[place - 1], next: lessons[place + 1] },
    })),
  );
}

/** Where each lesson is, by its folder: its address and its title in a language. */
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
