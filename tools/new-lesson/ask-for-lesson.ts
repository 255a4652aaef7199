import { createInterface } from 'node:readline/promises';
import { LessonRefusedError, orderOf, readLessons, slugOf } from './lesson-rules.ts';
import type { NewLesson } from './write-lesson.ts';

/** What was said of a lesson before anything was asked. */
export interface GivenLesson {
  readonly folder?: string | undefined;
  readonly es?: string | undefined;
  readonly en?: string | undefined;
  readonly part?: string | undefined;
}

/** Where the questions are put, and where the answers come from. */
interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/**
 * Asks for what is missing. An answer that will not do is told at once, and asked for again.
 * @param lessons the folder of all lessons
 * @returns `null` where whoever answers left before the end
 */
export async function askForLesson(
  lessons: string,
  given: GivenLesson,
  { input, output }: Terminal,
): Promise<NewLesson | null> {
  const there = readLessons(lessons);
  const terminal = createInterface({ input, output });
  const left = new AbortController();
  terminal.once('close', () => left.abort());

  async function ask(
    known: string | undefined,
    question: string,
    look: (answer: string) => unknown,
  ): Promise<string> {
    if (known !== undefined) return known;
    for (;;) {
      const answer = (await terminal.question(`${question}: `, { signal: left.signal })).trim();
      try {
        look(answer);
        return answer;
      } catch (error) {
        if (!(error instanceof LessonRefusedError)) throw error;
        output.write(`${error.message}\n`);
      }
    }
  }

  try {
    const folder = await ask(given.folder, 'Folder, as 06-audio', (name) => orderOf(name, there));
    const es = await ask(given.es, 'Title in Spanish', (title) => slugOf(title, 'es', there));
    const en = await ask(given.en, 'Title in English', (title) => slugOf(title, 'en', there));
    return { folder, titles: { es, en }, part: given.part };
  } catch (error) {
    if (left.signal.aborted) return null;
    throw error;
  } finally {
    terminal.close();
  }
}
