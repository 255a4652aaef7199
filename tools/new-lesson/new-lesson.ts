/**
 * Writes a new lesson from the template, with which the site builds:
 *
 *   npm run new:lesson -- 06-audio --es "Sonidos" --en "Sounds" [--part transfer]
 *
 * In a terminal it asks for what is missing.
 */
import { inEachLanguage } from '../../src/lessons-runtime/shared/language.ts';
import { askForLesson } from './ask-for-lesson.ts';
import { LessonRefusedError } from './lesson-rules.ts';
import { readArguments } from './read-arguments.ts';
import { writeLesson } from './write-lesson.ts';

const lessons = 'src/content/lessons';

try {
  const given = readArguments(process.argv.slice(2));
  const { folder = '', titles, part } = given;
  const lesson = process.stdin.isTTY
    ? await askForLesson(lessons, given, { input: process.stdin, output: process.stderr })
    : { folder, titles: inEachLanguage((language) => titles[language] ?? ''), part };
  if (lesson === null) {
    console.error('\nNothing was written.');
    process.exitCode = 2;
  } else {
    const files = writeLesson(lessons, lesson);
    for (const file of files) console.log(`${lessons}/${lesson.folder}/${file}`);
    console.log('Next: run npm run dev and replace the template’s text, as docs/lessons.md explains.');
  }
} catch (error) {
  if (!(error instanceof LessonRefusedError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
