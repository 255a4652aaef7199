import type { LessonParts } from '../../lesson/lesson-parts.ts';
import { type LessonScore, scoreLesson } from '../record/lesson-score.ts';
import { fileLimits } from '../record/record-schemas.ts';
import type { FileProblem, ReadResult, TextFile } from './file-problem.ts';
import { type VerifiedHandIn, verifyHandIn } from './hand-in-file.ts';
import { findSimilarities, type Similarity, type SolutionTokens } from './hand-in-similarity.ts';
import { type HandInSummary, summarize } from './hand-in-summary.ts';
import { readFile } from './parse-file.ts';

/** One hand-in of a class. */
export interface ClassEntry {
  /** The file's name. */
  readonly file: string;
  readonly handIn: VerifiedHandIn;
  readonly scores: readonly LessonScore[];
  readonly summary: HandInSummary;
  readonly similarities: readonly Similarity[];
}

/** The hand-ins of a class, sorted by student, and the files that could not be read. */
interface ClassList {
  readonly entries: readonly ClassEntry[];
  readonly refused: readonly { readonly file: string; readonly problem: FileProblem }[];
}

type ReadEntry = Omit<ClassEntry, 'file' | 'similarities'>;

/**
 * Reads the hand-ins of a class, one file after the other. A file that cannot be read does not affect the others.
 * @param lessons the parts of the course's lessons; other parts of a record are not counted
 * @param solutions the tokens of the exercises' solutions, for finding similarities
 * @param onRead called after each file with the number of files read so far
 */
export async function readClass(
  files: readonly TextFile[],
  lessons: readonly LessonParts[],
  solutions: SolutionTokens,
  onRead: (count: number) => void = () => {},
): Promise<ClassList> {
  const refused: { readonly file: string; readonly problem: FileProblem }[] = [];
  const accepted: (ReadEntry & { readonly file: string })[] = [];
  for (const [index, file] of files.entries()) {
    const read = await readFile(file, (text) => readEntry(text, lessons), fileLimits.bytes);
    if (read.ok) accepted.push({ file: file.name, ...read.value });
    else refused.push({ file: file.name, problem: read.problem });
    onRead(index + 1);
  }
  const similarities = findSimilarities(
    accepted.map(({ handIn }) => handIn),
    solutions,
  );
  const entries = accepted.map((entry, index) => ({ ...entry, similarities: similarities[index] ?? [] }));
  return { entries: entries.toSorted((a, b) => a.handIn.name.localeCompare(b.handIn.name)), refused };
}

async function readEntry(text: string, lessons: readonly LessonParts[]): Promise<ReadResult<ReadEntry>> {
  const read = await verifyHandIn(text);
  if (!read.ok) return read;
  const handIn = read.value;
  const scores = lessons.map((parts) => scoreLesson(parts, handIn.record));
  return { ok: true, value: { handIn, scores, summary: summarize(handIn, scores, lessons) } };
}
