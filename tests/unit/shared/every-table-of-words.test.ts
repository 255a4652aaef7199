import { describe, expect, it, vi } from 'vitest';
import { languages } from '../../../src/lessons-runtime/shared/language.ts';
import type { Words } from '../../../src/lessons-runtime/shared/words.ts';
import { wordFiles } from '../../support/word-files.ts';
import { wordsFaults } from './words-faults.ts';

const made = vi.hoisted(() => new Set<unknown>());
vi.mock('../../../src/lessons-runtime/shared/words.ts', () => ({
  defineWords(tables: unknown) {
    made.add(tables);
    return tables;
  },
  hasWords: () => false,
}));

const isMade = (value: unknown): value is Words<unknown> => made.has(value);

/** What reads the same in every language, and why. */
const sameOnPurpose: Readonly<Record<string, string>> = {
  Deshielo: 'the name of the course',
  Error: 'the same word in Spanish and English',
  '(cell) => `${cell}: Error.`': 'the same word in Spanish and English',
  No: 'the same word in Spanish and English',
  min: 'the sign for minutes',
};

/** Every source file of the runtime, as text. */
const sources = Object.entries(
  import.meta.glob<string>('../../../src/lessons-runtime/**/*.ts', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
);

/** Where the words of one language are asked for by its name: a script that is built for pages of another has none of them. */
function namedLanguages(code: string): readonly string[] {
  const uses = new RegExp(String.raw`(?<!typeof )\b\w+Words\.(?:${languages.join('|')})\b`, 'g');
  return [...code.matchAll(uses)].map(([use]) => use);
}

it('no script asks for the words of a language by its name, but of the page’s language', () => {
  expect(namedLanguages('const a: typeof cellWords.es = cellWords[language]; cellWords.en.run;')).toEqual([
    'cellWords.en',
  ]);
  expect(sources.length).toBeGreaterThan(300);
  expect(sources.flatMap(([file, code]) => namedLanguages(code).map((use) => `${file}: ${use}`))).toEqual([]);
});

describe('every table of words', () => {
  it('is found', () => {
    expect(wordFiles.length).toBeGreaterThan(20);
  });

  it.each(wordFiles)('of %s says all it says in every language', async (_, load) => {
    const tables = Object.entries(await load()).filter(([, value]) => isMade(value));
    expect(tables, 'tables made by defineWords').not.toHaveLength(0);
    const allowed = new Set(Object.keys(sameOnPurpose));
    expect(
      tables.flatMap(([name, table]) =>
        (isMade(table) ? wordsFaults(table, allowed) : []).map((fault) => `${name}: ${fault}`),
      ),
    ).toEqual([]);
  });
});

describe('a fault in a table of words', () => {
  const faults = (es: unknown, en: unknown) => wordsFaults({ es, en }, new Set(['WebGL']));

  it.each([
    [
      'a word that one language lacks',
      { run: 'Ejecutar', stop: 'Detener' },
      { run: 'Run' },
      'stop is missing in en',
    ],
    ['a word within another', { kinds: { bars: 'Barras' } }, { kinds: {} }, 'kinds.bars is missing in en'],
    ['an item of a list', ['uno', 'dos'], ['one'], '1 is missing in en'],
    ['a word that says nothing', { run: '' }, { run: 'Run' }, 'run is no text in es'],
    ['a space around a word', { run: 'Ejecutar' }, { run: 'Run ' }, 'run is no text in en'],
    ['what is no text', { run: 'Ejecutar' }, { run: 3 }, 'run is no text in en'],
    [
      'a word that was not translated',
      { run: 'Run' },
      { run: 'Run' },
      'run is the same in en as in another language: Run',
    ],
    [
      'a sentence that was not translated',
      { runs: (count: number) => `${count} runs` },
      { runs: (count: number) => `${count} runs` },
      'runs is the same in en',
    ],
  ])('%s', (_, es, en, fault) => {
    expect(faults(es, en)).toEqual([expect.stringContaining(fault)]);
  });

  it('is not what is the same on purpose, nor what says the same with other words', () => {
    expect(
      faults(
        { name: 'WebGL', at: (n: number) => `en ${n}` },
        { name: 'WebGL', at: (n: number) => `at ${n}` },
      ),
    ).toEqual([]);
  });
});
