import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { courseParts } from '../../src/i18n/course-part.ts';
import { type Language, languageNames } from '../../src/lessons-runtime/shared/language.ts';

/** A lesson that cannot be begun so. Its message says expected, found, and how to mend it; nothing was written. */
export class LessonRefusedError extends Error {
  override readonly name = 'LessonRefusedError';
  constructor(expected: string, found: string, fix: string) {
    super(`Expected ${expected}; found ${found}. ${fix}`);
  }
}

/** A lesson that there is: its folder and what stands above its texts. */
interface KnownLesson {
  readonly name: string;
  readonly matter: Readonly<Record<Language, Readonly<Record<string, unknown>>>>;
}

/** @param lessons the folder of all lessons */
export function readLessons(lessons: string): readonly KnownLesson[] {
  return readdirSync(lessons)
    .filter((name) => statSync(join(lessons, name)).isDirectory())
    .map((name) => ({
      name,
      matter: { es: readMatter(lessons, name, 'es'), en: readMatter(lessons, name, 'en') },
    }));
}

/**
 * @returns the lesson's number
 * @throws {LessonRefusedError} where it is no name for a folder, or one that is taken
 */
export function orderOf(folder: string, there: readonly KnownLesson[]): number {
  if (!/^\d\d(-[a-z0-9]+)+$/.test(folder) || folder.startsWith('00')) {
    const fix = 'Write its number in the course and its name.';
    const expected =
      'a folder of two digits from 01 on and lower-case words without accents, joined by hyphens, as 06-audio';
    throw new LessonRefusedError(expected, named(folder), fix);
  }
  if (there.some(({ name }) => name === folder)) {
    const fix = 'Take another name; nothing is ever written over.';
    throw new LessonRefusedError(`no lesson ${folder}`, 'one', fix);
  }
  const order = Number(folder.slice(0, 2));
  expectFree('order', order, there, 'es');
  return order;
}

/**
 * @returns the last part of the lesson's address: `Tu propio problema, ¿sí?` → `tu-propio-problema-si`
 * @throws {LessonRefusedError} where the title gives none, or one that is taken
 */
export function slugOf(title: string, language: Language, there: readonly KnownLesson[]): string {
  const slug = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (slug === '') {
    const name = languageNames[language];
    const fix = `Give it as --${language} "…"; the lesson’s address is made of its letters and digits.`;
    throw new LessonRefusedError(`a title in ${name}, with letters from a to z`, named(title.trim()), fix);
  }
  expectFree('slug', slug, there, language);
  return slug;
}

/**
 * @param part that which was asked for; without it, that of the lesson before
 * @throws {LessonRefusedError} where the course has no such part
 */
export function partOf(part: string | undefined, order: number, there: readonly KnownLesson[]): string {
  const before = there
    .filter(({ matter }) => Number(matter.es['order']) < order)
    .toSorted((a, b) => Number(a.matter.es['order']) - Number(b.matter.es['order']));
  const chosen = part ?? before.at(-1)?.matter.es['part'];
  const found = courseParts.find((each) => each === chosen);
  if (found !== undefined) return found;
  const fix = 'Give one of them as --part.';
  throw new LessonRefusedError(`a part of the course: ${courseParts.join(', ')}`, named(chosen), fix);
}

function expectFree(
  field: 'order' | 'slug',
  value: number | string,
  there: readonly KnownLesson[],
  language: Language,
): void {
  const owner = there.find(({ matter }) => matter[language][field] === value);
  if (owner === undefined) return;
  const taken = there.map(({ matter }) => matter[language][field]).join(', ');
  throw new LessonRefusedError(
    `${field === 'order' ? 'a number' : `an address (${language})`} that no lesson has`,
    `${value}, which is that of ${owner.name}`,
    `Take another ${field === 'order' ? 'number' : 'title'}; taken are ${taken}.`,
  );
}

/** The front matter of a lesson, as far as it can be read: the build is what judges it. */
function readMatter(lessons: string, name: string, language: Language): Readonly<Record<string, unknown>> {
  const file = join(lessons, name, `${language}.mdx`);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const matter: unknown = parseDocument(/^---\r?\n(.*?)\n---/s.exec(text)?.[1] ?? '').toJS();
  return typeof matter === 'object' && matter !== null ? { ...matter } : {};
}

function named(found: unknown): string {
  return found === undefined || found === '' ? 'nothing' : `“${String(found)}”`;
}
