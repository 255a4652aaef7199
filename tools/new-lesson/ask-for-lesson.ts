import { createInterface } from 'node:readline/promises';
import {
  inEachLanguage,
  type Language,
  languageNames,
  languages,
} from '../../src/lessons-runtime/shared/language.ts';
import { LessonRefusedError, orderOf, readLessons, slugOf } from './lesson-rules.ts';
import type { NewLesson } from './write-lesson.ts';

/** What the command line says about a new lesson; each part may be missing. */
export interface GivenLesson {
  readonly folder?: string | undefined;
  readonly titles: Readonly<Partial<Record<Language, string>>>;
  readonly part?: string | undefined;
}

/** The streams for questions and answers. */
interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/**
 * Asks for what is missing. An invalid answer is reported, and the question repeated.
 * @param lessons the folder of all lessons
 * @returns `null` if the input ends before the last answer
 */
export async function askForLesson(
  lessons: string,
  given: GivenLesson,
  { input, output }: Terminal,
): Promise<NewLesson | null> {
  const existing = readLessons(lessons);
  const terminal = createInterface({ input, output });
  const closed = new AbortController();
  terminal.once('close', () => closed.abort());

  /** @param check throws a {@link LessonRefusedError} for an invalid answer */
  async function ask(
    known: string | undefined,
    question: string,
    check: (answer: string) => unknown,
  ): Promise<string> {
    if (known !== undefined) return known;
    for (;;) {
      const answer = (await terminal.question(`${question}: `, { signal: closed.signal })).trim();
      try {
        check(answer);
        return answer;
      } catch (error) {
        if (!(error instanceof LessonRefusedError)) throw error;
        output.write(`${error.message}\n`);
      }
    }
  }

  try {
    const folder = await ask(given.folder, 'Folder, for example 06-audio', (name) => orderOf(name, existing));
    const titles: Partial<Record<Language, string>> = {};
    for (const language of languages) {
      titles[language] = await ask(given.titles[language], `Title in ${languageNames[language]}`, (title) =>
        slugOf(title, language, existing),
      );
    }
    return { folder, titles: inEachLanguage((language) => titles[language] ?? ''), part: given.part };
  } catch (error) {
    if (closed.signal.aborted) return null;
    throw error;
  } finally {
    terminal.close();
  }
}
