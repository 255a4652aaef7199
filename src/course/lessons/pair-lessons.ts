import type { CoursePart } from '../../i18n/course-part.ts';
import { isLanguage, type Language, languages } from '../../lessons-runtime/shared/language.ts';

/** What pairing reads of a lesson in one language; the id is `<folder>/<language>`. */
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

/** One lesson in every language. */
export interface PairedLesson<Entry extends LessonEntry> {
  /** The lesson's folder, e.g. `01-pretrained`: the same in both languages. */
  readonly folder: string;
  readonly order: number;
  readonly part: CoursePart;
  readonly minutes: number;
  readonly entries: Readonly<Record<Language, Entry>>;
}

/** Lessons that are not the same in every language. Its message lists each: expected, found, how to fix it. */
export class UnpairedLessonsError extends Error {
  override readonly name = 'UnpairedLessonsError';
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`The lessons do not pair up:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

/**
 * Joins each lesson's languages into one, in the order of the course.
 *
 * @param entries every entry of the `lessons` collection, in any order
 * @throws {UnpairedLessonsError} where a language is missing, where order, part, minutes or the number of objectives
 *   differ between the languages, or where two lessons share an order or an address
 */
export function pairLessons<Entry extends LessonEntry>(entries: readonly Entry[]): PairedLesson<Entry>[] {
  const problems: string[] = [];
  const folders = groupBy(entries, (entry) => entry.id.split('/')[0] ?? entry.id);
  const lessons: PairedLesson<Entry>[] = [];
  for (const [folder, found] of folders) {
    const byLanguage = new Map(found.map((entry) => [entry.id.slice(folder.length + 1), entry]));
    const es = byLanguage.get('es');
    const en = byLanguage.get('en');
    if (es === undefined || en === undefined) {
      problems.push(describeMissing(folder, [...byLanguage.keys()]));
      continue;
    }
    problems.push(...describeDifferences(folder, es, en));
    const { order, part, minutes } = es.data;
    lessons.push({ folder, order, part, minutes, entries: { es, en } });
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
  return `${folder}: expected es.mdx and en.mdx, found only ${present}. Write ${missing.join(' and ')}, or leave the folder out until both exist.`;
}

function describeDifferences(folder: string, es: LessonEntry, en: LessonEntry): string[] {
  const compared = {
    order: [es.data.order, en.data.order],
    part: [es.data.part, en.data.part],
    minutes: [es.data.minutes, en.data.minutes],
    'number of objectives': [es.data.objectives.length, en.data.objectives.length],
  };
  return Object.entries(compared)
    .filter(([, [inEs, inEn]]) => inEs !== inEn)
    .map(
      ([field, [inEs, inEn]]) =>
        `${folder}: expected the same ${field} in both languages, found ${inEs} in es.mdx and ${inEn} in en.mdx. Make them equal in the frontmatter.`,
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
