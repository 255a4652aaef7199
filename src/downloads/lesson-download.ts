import type { Language } from '../lessons-runtime/shared/language.ts';

/** A cell's code in one language. */
interface DownloadedCell {
  readonly typescript: string;
  /** The same step in Keras; `null` if the author wrote none. */
  readonly keras: string | null;
}

/** A lesson in one language, from which its downloads are made. */
export interface LessonText {
  readonly language: Language;
  readonly title: string;
  readonly description: string;
  readonly objectives: readonly string[];
  /** The text without its front matter. */
  readonly mdx: string;
  /** @throws {AuthoringError} if the lesson has no such cell */
  readonly cell: (id: string) => DownloadedCell;
}
