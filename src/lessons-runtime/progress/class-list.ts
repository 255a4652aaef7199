import type { LessonParts } from '../lesson/lesson-parts.ts';
import type { FileFault } from './file-fault.ts';
import { type VerifiedHandIn, verifyHandIn } from './hand-in-file.ts';
import { findLikenesses, type Likeness } from './hand-in-likeness.ts';
import { type HandInSummary, summarize } from './hand-in-summary.ts';
import { type LessonScore, scoreLesson } from './lesson-score.ts';

/** One hand-in among those of its class. */
export interface ClassEntry {
  /** The file's name. */
  readonly file: string;
  readonly handIn: VerifiedHandIn;
  readonly scores: readonly LessonScore[];
  readonly summary: HandInSummary;
  readonly likenesses: readonly Likeness[];
}

/** The hand-ins of a class, by name, and the files that are none. */
export interface ClassList {
  readonly entries: readonly ClassEntry[];
  readonly refused: readonly { readonly file: string; readonly fault: FileFault }[];
}

/** @param lessons what there is to do in the course: what a record has besides is not counted */
export async function readClass(
  files: readonly { readonly name: string; text(): Promise<string> }[],
  lessons: readonly LessonParts[],
): Promise<ClassList> {
  const read = await Promise.all(
    files.map(async (file) => ({ file: file.name, read: await verifyHandIn(await file.text()) })),
  );
  const refused = read.flatMap(({ file, read }) => (read.ok ? [] : [{ file, fault: read.fault }]));
  const sound = read.flatMap(({ file, read }) => (read.ok ? [{ file, handIn: read.value }] : []));
  const likenesses = findLikenesses(sound.map(({ handIn }) => handIn));
  const entries = sound.map(({ file, handIn }, place) => {
    const scores = lessons.map((parts) => scoreLesson(parts, handIn.record));
    return {
      file,
      handIn,
      scores,
      summary: summarize(handIn, scores, lessons),
      likenesses: likenesses[place] ?? [],
    };
  });
  return { entries: entries.toSorted((a, b) => a.handIn.name.localeCompare(b.handIn.name)), refused };
}
