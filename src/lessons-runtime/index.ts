/** The runtime's only entry point for the components of a lesson page. */
export { mountLesson } from './panel/lesson/mount-lesson.ts';
