import type { CoursePart } from '../../i18n/course-part.ts';
import {
  inEachLanguage,
  isLanguage,
  type Language,
  languages,
} from '../../lessons-runtime/shared/language.ts';

/** The fields of a lesson in one language that pairing needs. The id is `<folder>/<language>`. */
export interface LessonEntry {
  readonly id: string;
  readonly data: {
    readonly slug: string;
    readonly order: number;
    readonly part: CoursePart;
    readonly minutes: number;
    readonly objectives: readonly string[];
  };
}

/** A lesson in all languages. */
export interface PairedLesson<Entry extends LessonEntry> {
  /** The lesson's folder, e.g. `01-pretrained`. */
  readonly folder: string;
  readonly order: number;
  readonly part: CoursePart;
  readonly minutes: number;
  readonly entries: Readonly<Record<Language, Entry>>;
}

/** Thrown for lessons that differ between languages. Its message lists each difference: expected, found, how to fix it. */
export class UnpairedLessonsError extends Error {
  override readonly name = 'UnpairedLessonsError';
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`The lessons do not pair up:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

/**
 * Joins the entries of each lesson, one per language, and sorts the lessons in the order of the course.
 *
 * @param entries every entry of the `lessons` collection, in any order
 * @throws {UnpairedLessonsError} if a language is missing, if order, part, minutes or the number of objectives differ
 *   between the languages, or if two lessons have the same order or address
 */
export function pairLessons<Entry extends LessonEntry>(entries: readonly Entry[]): PairedLesson<Entry>[] {
  const problems: string[] = [];
  const folders = groupBy(entries, (entry) => entry.id.split('/')[0] ?? entry.id);
  const lessons: PairedLesson<Entry>[] = [];
  for (const [folder, found] of folders) {
    const byLanguage = new Map(found.map((entry) => [entry.id.slice(folder.length + 1), entry]));
    const [first, ...others] = languages.flatMap((language) => byLanguage.get(language) ?? []);
    if (first === undefined || others.length < languages.length - 1) {
      problems.push(describeMissing(folder, [...byLanguage.keys()]));
      continue;
    }
    problems.push(...others.flatMap((other) => describeDifferences(folder, first, other)));
    const { order, part, minutes } = first.data;
    const entries = inEachLanguage((language) => byLanguage.get(language) ?? first);
    lessons.push({ folder, order, part, minutes, entries });
  }
  problems.push(...describeDuplicates(lessons));
  if (problems.length > 0) throw new UnpairedLessonsError(problems);
  return lessons.sort((a, b) => a.order - b.order);
}

function describeMissing(folder: string, found: readonly string[]): string {
  const missing = languages
    .filter((language) => !found.includes(language))
    .map((language) => `${language}.mdx`);
  const present = found.map((name) => (isLanguage(name) ? `${name}.mdx` : name)).join(', ');
  return `${folder}: expected ${languages.map((language) => `${language}.mdx`).join(' and ')}, found only ${present}. Write ${missing.join(' and ')}, or leave the folder out until both exist.`;
}

function describeDifferences(folder: string, first: LessonEntry, other: LessonEntry): string[] {
  const compared = {
    order: [first.data.order, other.data.order],
    part: [first.data.part, other.data.part],
    minutes: [first.data.minutes, other.data.minutes],
    'number of objectives': [first.data.objectives.length, other.data.objectives.length],
  };
  const [inFirst, inOther] = [first, other].map(({ id }) => `${id.slice(folder.length + 1)}.mdx`);
  return Object.entries(compared)
    .filter(([, [here, there]]) => here !== there)
    .map(
      ([field, [here, there]]) =>
        `${folder}: expected the same ${field} in both languages, found ${here} in ${inFirst} and ${there} in ${inOther}. Make them equal in the frontmatter.`,
    );
}

function describeDuplicates(lessons: readonly PairedLesson<LessonEntry>[]): string[] {
  const claims = lessons.flatMap(({ folder, order, entries }) => [
    { claim: `order ${order}`, folder },
    ...languages.map((language) => ({
      claim: `the ${language} slug "${entries[language].data.slug}"`,
      folder,
    })),
  ]);
  return [...groupBy(claims, ({ claim }) => claim)]
    .filter(([, claimants]) => claimants.length > 1)
    .map(([claim, claimants]) => {
      const owners = claimants.map(({ folder }) => folder).join(' and ');
      return `${owners}: expected ${claim} in one lesson, found it in ${claimants.length}. Change it in all but one.`;
    });
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
