/** The types of parts that a lesson has. */
export const partKinds = ['steps', 'cells', 'exercises', 'questions'] as const;
export type PartKind = (typeof partKinds)[number];

/** The ids of a lesson's parts, in the order of its text. */
export interface LessonParts extends Readonly<Record<PartKind, readonly string[]>> {
  /** The lesson's folder. */
  readonly lesson: string;
  /** `exercise/<id>` */
  readonly exercises: readonly string[];
  /** `quiz/<quiz>/<question>` */
  readonly questions: readonly string[];
}
