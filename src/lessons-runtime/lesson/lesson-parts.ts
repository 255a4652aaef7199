/** The kinds of things there are to do in a lesson. */
export const partKinds = ['steps', 'cells', 'exercises', 'questions'] as const;
export type PartKind = (typeof partKinds)[number];

/** What there is to do in a lesson, in the order of its text. */
export interface LessonParts extends Readonly<Record<PartKind, readonly string[]>> {
  /** The lesson's folder. */
  readonly lesson: string;
  /** `exercise/<id>` */
  readonly exercises: readonly string[];
  /** `quiz/<quiz>/<question>` */
  readonly questions: readonly string[];
}
