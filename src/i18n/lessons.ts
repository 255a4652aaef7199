import { type CollectionEntry, getCollection } from 'astro:content';
import { type PairedLesson, pairLessons } from './paired-lessons.ts';

export type Lesson = PairedLesson<CollectionEntry<'lessons'>>;

/**
 * Every lesson in every language, in the order of the course.
 *
 * @throws {UnpairedLessonsError} which fails the build, where the languages do not match
 */
export async function courseLessons(): Promise<Lesson[]> {
  return pairLessons(await getCollection('lessons'));
}
