import type { Language } from '../lessons-runtime/shared/language.ts';

/** A cell's code in one language; `keras` where its author wrote the same step in Keras. */
interface DownloadedCell {
  readonly typescript: string;
  readonly keras: string | null;
}

/** A lesson in one language, as files are made of it. */
export interface LessonText {
  readonly language: Language;
  readonly title: string;
  readonly description: string;
  readonly objectives: readonly string[];
  /** The text, less its front matter. */
  readonly mdx: string;
  /** @throws where the lesson has no such cell */
  readonly cell: (id: string) => DownloadedCell;
}
