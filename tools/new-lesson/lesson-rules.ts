import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { courseParts } from '../../src/i18n/course-part.ts';
import {
  inEachLanguage,
  type Language,
  languageNames,
  languages,
} from '../../src/lessons-runtime/shared/language.ts';
import { slugify } from '../slugify.ts';

/** Thrown for a new lesson that is not valid. Its message has expected, found, and how to fix it. Nothing was written. */
export class LessonRefusedError extends Error {
  override readonly name = 'LessonRefusedError';
  constructor(expected: string, found: string, fix: string) {
    super(`Expected ${expected}; found ${found}. ${fix}`);
  }
}

/** An existing lesson. */
interface KnownLesson {
  /** The name of its folder. */
  readonly name: string;
  /** The front matter of each text. */
  readonly matter: Readonly<Record<Language, Readonly<Record<string, unknown>>>>;
}

/** Reads the front matter of all lessons. @param lessons the folder of all lessons */
export function readLessons(lessons: string): readonly KnownLesson[] {
  return readdirSync(lessons)
    .filter((name) => statSync(join(lessons, name)).isDirectory())
    .map((name) => ({
      name,
      matter: inEachLanguage((language) => readMatter(lessons, name, language)),
    }));
}

/**
 * Returns the lesson's number, with which the name of its folder begins.
 * @throws {LessonRefusedError} if the name is not valid, or if name or number are taken
 */
export function orderOf(folder: string, existing: readonly KnownLesson[]): number {
  if (!/^\d\d(-[a-z0-9]+)+$/.test(folder) || folder.startsWith('00')) {
    const fix = 'Write its number in the course and its name.';
    const expected =
      'a folder of two digits, from 01, and lower-case words without accents, joined by hyphens, such as 06-audio';
    throw new LessonRefusedError(expected, quoted(folder), fix);
  }
  if (existing.some(({ name }) => name === folder)) {
    const fix = 'Choose another name; existing files are never overwritten.';
    throw new LessonRefusedError(`no lesson ${folder}`, 'one', fix);
  }
  const order = Number(folder.slice(0, 2));
  expectFree('order', order, existing, languages[0]);
  return order;
}

/**
 * Returns the last part of the lesson's address.
 * @throws {LessonRefusedError} if the title has no letters or digits, or if the address is taken
 */
export function slugOf(title: string, language: Language, existing: readonly KnownLesson[]): string {
  const slug = slugify(title);
  if (slug === '') {
    const name = languageNames[language];
    const fix = `Write it as --${language} "…"; the lesson’s address consists of its letters and digits.`;
    throw new LessonRefusedError(`a title in ${name}, with letters from a to z`, quoted(title.trim()), fix);
  }
  expectFree('slug', slug, existing, language);
  return slug;
}

/**
 * Returns the part of the course that a lesson belongs to.
 * @param part the requested part; by default that of the previous lesson
 * @throws {LessonRefusedError} if the course has no such part
 */
export function partOf(part: string | undefined, order: number, existing: readonly KnownLesson[]): string {
  const previous = existing
    .map(({ matter }) => matter[languages[0]])
    .filter((matter) => Number(matter['order']) < order)
    .toSorted((a, b) => Number(a['order']) - Number(b['order']));
  const chosen = part ?? previous.at(-1)?.['part'];
  const found = courseParts.find((each) => each === chosen);
  if (found !== undefined) return found;
  const fix = 'Write one of them as --part.';
  throw new LessonRefusedError(`a part of the course: ${courseParts.join(', ')}`, quoted(chosen), fix);
}

function expectFree(
  field: 'order' | 'slug',
  value: number | string,
  existing: readonly KnownLesson[],
  language: Language,
): void {
  const owner = existing.find(({ matter }) => matter[language][field] === value);
  if (owner === undefined) return;
  const taken = existing.map(({ matter }) => matter[language][field]).join(', ');
  throw new LessonRefusedError(
    `${field === 'order' ? 'a number' : `an address (${language})`} that no lesson has`,
    `${value}, which ${owner.name} has`,
    `Choose another ${field === 'order' ? 'number' : 'title'}; these are taken: ${taken}.`,
  );
}

/** Reads a lesson's front matter, ignoring mistakes, which the build reports. */
function readMatter(lessons: string, name: string, language: Language): Readonly<Record<string, unknown>> {
  const file = join(lessons, name, `${language}.mdx`);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const matter: unknown = parseDocument(/^---\r?\n(.*?)\n---/s.exec(text)?.[1] ?? '').toJS();
  return typeof matter === 'object' && matter !== null ? { ...matter } : {};
}

function quoted(found: unknown): string {
  return found === undefined || found === '' ? 'nothing' : `“${String(found)}”`;
}
