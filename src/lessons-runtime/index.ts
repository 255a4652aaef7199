/** The one door to the runtime for the page's components. */
export { mountLesson } from './panel/lesson/mount-lesson.ts';
