import type { Drawings } from '../../host/drawings/drawings.ts';
import { drawingsFileLimits, readDrawingsFile } from '../../progress/files/drawings-file.ts';
import { readFile } from '../../progress/files/parse-file.ts';
import { drawingLimits, type Stroke } from '../../protocol/strokes.ts';
import type { Language } from '../../shared/language.ts';
import { loadPart } from '../../shared/load-part.ts';
import { importWords } from './import-words.ts';

/** The most characters of a file's name, and classes, that a message contains. */
const [maxNameLength, maxClasses] = [80, 5];

/** The result of an import, as the learner reads it. */
interface ImportReport {
  /** What was added; empty if no file could be read. */
  readonly status: string;
  /** Which files were refused and why; empty if none was. */
  readonly problems: string;
}

/**
 * Imports the drawings of files, such as those of a class. A file that cannot be read is refused with the reason, and does not
 * affect the others. Drawings of classes that the pad does not have are not imported, because they could not be seen or removed here.
 * @param titles the classes of the pad, by name
 * @throws {PartFailure} if the words about a refused file cannot be loaded; and what `addAll` throws. Then nothing is imported.
 */
export async function importDrawings(
  files: readonly File[],
  drawings: Drawings,
  titles: ReadonlyMap<string, string>,
  language: Language,
): Promise<ImportReport> {
  const words = importWords[language];
  const incoming = new Map<string, (readonly Stroke[])[]>();
  const problems: string[] = [];
  // Sequentially, because the files of a class together may be large.
  for (const file of files) {
    const read = await readFile(file, readDrawingsFile, drawingsFileLimits.bytes);
    if (!read.ok) {
      const { fileProblemReason } = await loadPart(() => import('../progress-page/file-problem-text.ts'));
      problems.push(
        words.refused(file.name.slice(0, maxNameLength), fileProblemReason(read.problem, language)),
      );
      continue;
    }
    for (const { name, drawings: added } of read.value) {
      if (added.length > 0) incoming.set(name, [...(incoming.get(name) ?? []), ...added]);
    }
  }
  if (problems.length === files.length) return { status: '', problems: problems.join(' ') };

  const known = [...titles.keys()].flatMap((name) => {
    const added = incoming.get(name);
    return added === undefined ? [] : [{ name, drawings: added }];
  });
  const others = [...incoming.keys()].filter((name) => !titles.has(name));
  const results = await drawings.addAll(known);
  const counts = (of: (result: (typeof results)[number]) => number) =>
    results.flatMap((result) => {
      const count = of(result);
      return count === 0 ? [] : [{ title: titles.get(result.name) ?? result.name, count }];
    });
  const [added, over] = [counts((each) => each.added), counts((each) => each.over)];
  const duplicates = results.reduce((sum, each) => sum + each.duplicates, 0);
  const status = [
    added.length > 0 ? words.added(added) : words.nothingNew,
    ...(duplicates > 0 ? [words.duplicates(duplicates)] : []),
    ...(over.length > 0 ? [words.over(over, drawingLimits.perClass)] : []),
    ...(others.length > 0
      ? [words.otherClasses(others.slice(0, maxClasses), others.length - Math.min(others.length, maxClasses))]
      : []),
  ];
  return { status: status.join(' '), problems: problems.join(' ') };
}
