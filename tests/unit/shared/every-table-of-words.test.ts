import { describe, expect, it, vi } from 'vitest';
import { languages } from '../../../src/lessons-runtime/shared/language.ts';
import type { Words } from '../../../src/lessons-runtime/shared/words.ts';
import { wordFiles } from '../../support/word-files.ts';
import { wordsProblems } from './words-problems.ts';

const defined = vi.hoisted(() => new Set<unknown>());
vi.mock('../../../src/lessons-runtime/shared/words.ts', () => ({
  defineWords(tables: unknown) {
    defined.add(tables);
    return tables;
  },
  hasWords: () => false,
}));

const isDefined = (value: unknown): value is Words<unknown> => defined.has(value);

/** Texts that are intentionally the same in every language, and why. */
const intentionallySame: Readonly<Record<string, string>> = {
  Deshielo: 'the name of the course',
  Error: 'the same word in Spanish and English',
  '(cell) => `${cell}: Error.`': 'the same word in Spanish and English',
  No: 'the same word in Spanish and English',
  min: 'the sign for minutes',
};

/** The source files of the runtime, by path. */
const sources = Object.entries(
  import.meta.glob<string>('../../../src/lessons-runtime/**/*.ts', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
);

/** Returns uses of the words of a named language, which a script that is built for another language does not contain. */
function namedLanguages(code: string): readonly string[] {
  const uses = new RegExp(String.raw`(?<!typeof )\b\w+Words\.(?:${languages.join('|')})\b`, 'g');
  return [...code.matchAll(uses)].map(([use]) => use);
}

it('no script uses the words of a named language instead of the page’s language', () => {
  expect(namedLanguages('const a: typeof cellWords.es = cellWords[language]; cellWords.en.run;')).toEqual([
    'cellWords.en',
  ]);
  expect(sources.length).toBeGreaterThan(300);
  expect(sources.flatMap(([file, code]) => namedLanguages(code).map((use) => `${file}: ${use}`))).toEqual([]);
});

describe('every table of words', () => {
  it('is in a file that the test finds', () => {
    expect(wordFiles.length).toBeGreaterThan(20);
  });

  it.each(wordFiles)('of %s is complete in every language', async (_, load) => {
    const tables = Object.entries(await load()).filter(([, value]) => isDefined(value));
    expect(tables, 'tables made by defineWords').not.toHaveLength(0);
    const allowed = new Set(Object.keys(intentionallySame));
    expect(
      tables.flatMap(([name, table]) =>
        (isDefined(table) ? wordsProblems(table, allowed) : []).map((problem) => `${name}: ${problem}`),
      ),
    ).toEqual([]);
  });
});

describe('wordsProblems', () => {
  const problems = (es: unknown, en: unknown) => wordsProblems({ es, en }, new Set(['WebGL']));

  it.each([
    ['reports a missing text', { run: 'Ejecutar', stop: 'Detener' }, { run: 'Run' }, 'stop is missing in en'],
    [
      'reports a missing nested text',
      { kinds: { bars: 'Barras' } },
      { kinds: {} },
      'kinds.bars is missing in en',
    ],
    ['reports a missing item of a list', ['uno', 'dos'], ['one'], '1 is missing in en'],
    ['reports an empty text', { run: '' }, { run: 'Run' }, 'run is no text in es'],
    ['reports an untrimmed text', { run: 'Ejecutar' }, { run: 'Run ' }, 'run is no text in en'],
    ['reports a value that is no text', { run: 'Ejecutar' }, { run: 3 }, 'run is no text in en'],
    [
      'reports an untranslated text',
      { run: 'Run' },
      { run: 'Run' },
      'run is the same in en as in another language: Run',
    ],
    [
      'reports an untranslated function',
      { runs: (count: number) => `${count} runs` },
      { runs: (count: number) => `${count} runs` },
      'runs is the same in en',
    ],
  ])('%s', (_, es, en, problem) => {
    expect(problems(es, en)).toEqual([expect.stringContaining(problem)]);
  });

  it('accepts intentionally equal texts, and functions that differ', () => {
    expect(
      problems(
        { name: 'WebGL', at: (n: number) => `en ${n}` },
        { name: 'WebGL', at: (n: number) => `at ${n}` },
      ),
    ).toEqual([]);
  });
});
