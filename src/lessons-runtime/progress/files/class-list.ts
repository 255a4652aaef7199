import type { LessonParts } from '../../lesson/lesson-parts.ts';
import { type LessonScore, scoreLesson } from '../record/lesson-score.ts';
import type { FileProblem, ReadResult, TextFile } from './file-problem.ts';
import { type VerifiedHandIn, verifyHandIn } from './hand-in-file.ts';
import { findSimilarities, type Similarity, type SolutionTokens } from './hand-in-similarity.ts';
import { type HandInSummary, summarize } from './hand-in-summary.ts';
import { readFile } from './record-file.ts';

/** One hand-in among those of its class. */
export interface ClassEntry {
  /** The file's name. */
  readonly file: string;
  readonly handIn: VerifiedHandIn;
  readonly scores: readonly LessonScore[];
  readonly summary: HandInSummary;
  readonly similarities: readonly Similarity[];
}

/** The hand-ins of a class, by name, and the files that are none. */
export interface ClassList {
  readonly entries: readonly ClassEntry[];
  readonly refused: readonly { readonly file: string; readonly problem: FileProblem }[];
}

type ReadEntry = Omit<ClassEntry, 'file' | 'similarities'>;

/**
 * Reads the hand-ins of a class, one file after the other: what is wrong with one of them costs no other.
 * @param lessons what there is to do in the course: what a record has besides is not counted
 * @param onRead told how many files are read
 */
export async function readClass(
  files: readonly TextFile[],
  lessons: readonly LessonParts[],
  solutions: SolutionTokens,
  onRead: (count: number) => void = () => {},
): Promise<ClassList> {
  const refused: { readonly file: string; readonly problem: FileProblem }[] = [];
  const sound: (ReadEntry & { readonly file: string })[] = [];
  for (const [place, file] of files.entries()) {
    const read = await readFile(file, (text) => readEntry(text, lessons));
    if (read.ok) sound.push({ file: file.name, ...read.value });
    else refused.push({ file: file.name, problem: read.problem });
    onRead(place + 1);
  }
  const similarities = findSimilarities(
    sound.map(({ handIn }) => handIn),
    solutions,
  );
  const entries = sound.map((entry, place) => ({ ...entry, similarities: similarities[place] ?? [] }));
  return { entries: entries.toSorted((a, b) => a.handIn.name.localeCompare(b.handIn.name)), refused };
}

async function readEntry(text: string, lessons: readonly LessonParts[]): Promise<ReadResult<ReadEntry>> {
  const read = await verifyHandIn(text);
  if (!read.ok) return read;
  const handIn = read.value;
  const scores = lessons.map((parts) => scoreLesson(parts, handIn.record));
  return { ok: true, value: { handIn, scores, summary: summarize(handIn, scores, lessons) } };
}
