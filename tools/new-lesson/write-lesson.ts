import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { courseParts } from '../../src/i18n/course-part.ts';
import { type Language, languages } from '../../src/lessons-runtime/shared/language.ts';

/** What a new lesson is called. */
export interface NewLesson {
  /** Its number in the course and its name, as `06-audio`. */
  readonly folder: string;
  readonly titles: Readonly<Record<Language, string>>;
  /** The part of the course it belongs to; without it, that of the lesson before. */
  readonly part?: string | undefined;
}

/** A lesson that cannot be begun so. Its message says expected, found, and how to mend it; nothing was written. */
export class LessonRefusedError extends Error {
  override readonly name = 'LessonRefusedError';
  constructor(expected: string, found: string, fix: string) {
    super(`Expected ${expected}; found ${found}. ${fix}`);
  }
}

const template = fileURLToPath(new URL('template', import.meta.url));

/**
 * Writes the template as a lesson of its own. Never writes over anything.
 * @param lessons the folder of all lessons
 * @returns the files, below the lesson's folder
 * @throws {LessonRefusedError} before anything is written
 */
export function writeLesson(lessons: string, { folder, titles, part }: NewLesson): readonly string[] {
  const order = orderOf(folder);
  for (const language of languages) expectTitle(titles[language], language);
  if (existsSync(join(lessons, folder))) {
    const fix = 'Take another name; nothing is ever written over.';
    throw new LessonRefusedError(`no lesson ${folder}`, 'one', fix);
  }
  const there = readdirSync(lessons).map((name) => ({ name, matter: readMatter(join(lessons, name)) }));
  expectFree('order', order, there);
  const slugs = { es: slugOf(titles.es), en: slugOf(titles.en) };
  for (const language of languages) expectFree('slug', slugs[language], there, language);
  const before = there
    .filter(({ matter }) => Number(matter.es['order']) < order)
    .toSorted((a, b) => Number(a.matter.es['order']) - Number(b.matter.es['order']));
  const chosen = part ?? before.at(-1)?.matter.es['part'];
  if (!courseParts.some((each) => each === chosen)) {
    const fix = 'Give one of them with --part.';
    throw new LessonRefusedError(`a part of the course: ${courseParts.join(', ')}`, named(chosen), fix);
  }

  const files = readdirSync(template, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(template.length + 1));
  for (const file of files) {
    const text = readFileSync(join(template, file), 'utf8');
    const target = join(lessons, folder, file);
    mkdirSync(dirname(target), { recursive: true });
    const language = languages.find((each) => file === `${each}.mdx`);
    const words =
      language === undefined
        ? {}
        : { title: JSON.stringify(titles[language].trim()), slug: slugs[language], order, part: chosen };
    writeFileSync(target, filled(text, words), { flag: 'wx' });
  }
  return files.toSorted();
}

function filled(text: string, words: Readonly<Record<string, unknown>>): string {
  return Object.entries(words).reduce(
    (all, [name, word]) => all.replace(`{{${name}}}`, () => String(word)),
    text,
  );
}

function orderOf(folder: string): number {
  if (!/^\d\d(-[a-z0-9]+)+$/.test(folder) || folder.startsWith('00')) {
    const fix = 'Write its number in the course and its name.';
    const expected =
      'a folder of two digits from 01 on and lower-case ASCII words, joined by hyphens, as 06-audio';
    throw new LessonRefusedError(expected, named(folder), fix);
  }
  return Number(folder.slice(0, 2));
}

function expectTitle(title: string, language: Language): void {
  if (slugOf(title) !== '') return;
  const fix = `Give it with --${language} "…".`;
  throw new LessonRefusedError(`a title in ${language === 'es' ? 'Spanish' : 'English'}`, named(title), fix);
}

type Matter = Readonly<Record<Language, Readonly<Record<string, unknown>>>>;

function expectFree(
  field: 'order' | 'slug',
  value: number | string,
  there: readonly { readonly name: string; readonly matter: Matter }[],
  language: Language = 'es',
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
function readMatter(folder: string): Matter {
  const read = (language: Language): Readonly<Record<string, unknown>> => {
    const file = join(folder, `${language}.mdx`);
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    const matter: unknown = parse(/^---\n(.*?)\n---/s.exec(text)?.[1] ?? '');
    return typeof matter === 'object' && matter !== null ? { ...matter } : {};
  };
  return { es: read('es'), en: read('en') };
}

/** `Tu propio problema, ¿sí?` → `tu-propio-problema-si` */
function slugOf(title: string): string {
  return title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function named(found: unknown): string {
  return found === undefined || found === '' ? 'nothing' : `“${String(found)}”`;
}
