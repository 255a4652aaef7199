/**
 * Begins a lesson that the site builds with at once, to be filled with what it teaches:
 *
 *   npm run new:lesson -- 06-audio --es "Sonidos" --en "Sounds" [--part transfer]
 *
 * On a terminal it asks for what is missing.
 */
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { LessonRefusedError, writeLesson } from './write-lesson.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { es: { type: 'string' }, en: { type: 'string' }, part: { type: 'string' } },
});

async function ask(given: string | undefined, question: string): Promise<string> {
  if (given !== undefined || !process.stdin.isTTY) return given ?? '';
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(`${question}: `);
  terminal.close();
  return answer;
}

try {
  const folder = await ask(positionals[0], 'Folder, as 06-audio');
  const es = await ask(values.es, 'Title in Spanish');
  const en = await ask(values.en, 'Title in English');
  const lessons = 'src/content/lessons';
  const files = writeLesson(lessons, { folder, titles: { es, en }, part: values.part });
  for (const file of files) console.log(`${lessons}/${folder}/${file}`);
  console.log('Next: npm run dev, and write over what it says. CONTRIBUTING.md, “A lesson”, says how.');
} catch (error) {
  if (!(error instanceof LessonRefusedError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
