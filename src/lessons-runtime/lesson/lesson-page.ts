import type { Language } from '../shared/language.ts';

/** The authored code of a cell, in one language. */
export interface AuthoredCell {
  readonly id: string;
  readonly source: string;
}

/** The data of a lesson that the build embeds in its page. */
export interface LessonPage {
  /** The lesson's folder, e.g. `01-pretrained`: the same in both languages, so that edits follow a language switch. */
  readonly lesson: string;
  readonly language: Language;
  readonly cells: readonly AuthoredCell[];
}
