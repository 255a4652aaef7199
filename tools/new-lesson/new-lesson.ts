/**
 * Begins a lesson that the site builds with at once, to be filled with what it teaches:
 *
 *   npm run new:lesson -- 06-audio --es "Sonidos" --en "Sounds" [--part transfer]
 *
 * On a terminal it asks for what is missing.
 */
import { askForLesson } from './ask-for-lesson.ts';
import { LessonRefusedError } from './lesson-rules.ts';
import { readArguments } from './read-arguments.ts';
import { writeLesson } from './write-lesson.ts';

const lessons = 'src/content/lessons';

try {
  const given = readArguments(process.argv.slice(2));
  const { folder = '', es = '', en = '', part } = given;
  const lesson = process.stdin.isTTY
    ? await askForLesson(lessons, given, { input: process.stdin, output: process.stderr })
    : { folder, titles: { es, en }, part };
  if (lesson === null) {
    console.error('\nNothing was written.');
    process.exitCode = 2;
  } else {
    const files = writeLesson(lessons, lesson);
    for (const file of files) console.log(`${lessons}/${lesson.folder}/${file}`);
    console.log('Next: npm run dev, and write over what it says. docs/lessons.md says how.');
  }
} catch (error) {
  if (!(error instanceof LessonRefusedError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
