import type { Language } from '../shared/language.ts';

/** A cell as its author wrote it, for one language. */
export interface AuthoredCell {
  readonly id: string;
  readonly source: string;
}

/** A lesson as the page carries it: the runtime knows no other. */
export interface LessonPage {
  /** The lesson's folder, e.g. `01-pretrained`: the same in both languages, so that edits follow a language switch. */
  readonly lesson: string;
  readonly language: Language;
  readonly cells: readonly AuthoredCell[];
}
