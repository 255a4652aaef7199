import { type CollectionEntry, getCollection } from 'astro:content';
import { languages } from '../lessons-runtime/shared/language.ts';
import { type PairedLesson, pairLessons } from './paired-lessons.ts';
import { lessonsSegment } from './routes.ts';

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
      params: { language, lessons: lessonsSegment[language], slug: lesson.entries[language].data.slug },
      props: { lesson, language, previous: lessons[place - 1], next: lessons[place + 1] },
    })),
  );
}
