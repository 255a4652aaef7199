import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { storedAttemptText } from '../../../src/lessons-runtime/panel/exercise/exercise-attempt.ts';
import { exerciseWords } from '../../../src/lessons-runtime/panel/exercise/exercise-words.ts';
import { verifyHandIn } from '../../../src/lessons-runtime/progress/files/hand-in-file.ts';
import { readRecordFile } from '../../../src/lessons-runtime/progress/files/record-file.ts';
import { fromPlain } from '../../../src/lessons-runtime/progress/record/plain-values.ts';
import type { ItemRecord, RecordTables } from '../../../src/lessons-runtime/progress/record/record-types.ts';
import { earlierDatabases, earlierFile, restoreDatabases } from '../../support/earlier-records.ts';
import { openIndexedRecord } from '../../support/indexed-record.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

/** The stage and message of each attempt of the fixtures, in the order in which they were made. */
const stagesAndMessages = [
  ['blanks', ''],
  ['syntax', ''],
  ['types', ''],
  ['run', ''],
  ['time', ''],
  ['broken', ''],
  ['checked', 'fixed-classes'],
  ['checked', 'missing'],
  ['checked', 'time'],
  ['checked', 'run'],
  ['checked', 'types'],
  ['checked', 'correct'],
  ['checked', 'run'],
  ['before-training', ''],
  ['after-training', ''],
  ['checked', 'slip-0'],
  ['checked', 'otherwise'],
  ['checked', 'right'],
];

/** The tables in the exported file of version 2, and the empty one that was added later. */
const exported: RecordTables = {
  ...(fromPlain(JSON.parse(earlierFile('exported-2.json')).record) as RecordTables),
  drawings: [],
};

const byItem = (items: readonly ItemRecord[]) =>
  items.toSorted((a, b) => `${a.lesson}/${a.item}`.localeCompare(`${b.lesson}/${b.item}`));

/** Removes stages and messages, whose form depends on the version. */
function withoutMessages(items: readonly ItemRecord[]) {
  return byItem(items).map((item) => ({
    ...item,
    attempts: item.attempts.map(({ stage: _, message: __, ...rest }) => rest),
  }));
}

function stagesAndMessagesOf(items: readonly ItemRecord[]) {
  return items.flatMap(({ attempts }) => attempts.map(({ stage, message }) => [stage, message]));
}

function expectAll({ items, ...tables }: RecordTables, replaced: Partial<RecordTables> = {}): void {
  const { items: exportedItems, ...others } = { ...exported, ...replaced };
  expect(tables).toEqual(others);
  expect(withoutMessages(items)).toEqual(withoutMessages(exportedItems));
  expect(stagesAndMessagesOf(byItem(items))).toEqual(stagesAndMessages);
}

describe('version 2', () => {
  it('reads all of an exported file, with a valid digest', async () => {
    const read = await readRecordFile(earlierFile('exported-2.json'));
    if (!read.ok) throw new Error(JSON.stringify(read.problem));
    expect(read.value.seal).toBe('fits');
    expectAll(read.value.record);
  });

  it('reads all of a hand-in, with a valid digest that is the one in the file', async () => {
    const text = earlierFile('hand-in-2.json');
    const read = await verifyHandIn(text);
    if (!read.ok) throw new Error(JSON.stringify(read.problem));
    expect(read.value).toMatchObject({
      name: 'Ana Núñez',
      at: 1_700_010_000_000,
      seal: 'fits',
      digest: JSON.parse(text).digest.value,
    });
    expectAll(read.value.record, { places: [], learner: [] });
    expect(await verifyHandIn(text.replace('"message": "time"', '"message": "run"'))).toMatchObject({
      value: { seal: 'broken' },
    });
  });

  it('opens all of a database, keeps quarantined records, and quarantines invalid ones', async () => {
    await restoreDatabases(earlierDatabases('database-2.json'));
    const store = await openIndexedRecord();
    expectAll(await store.loadAll());
    expect((await store.loadQuarantine()).map(({ value }) => value)).toEqual([
      { lesson: '03-transfer', item: 'exercise/odd-too', attempts: [7, { message: 'time' }] },
      { lesson: '03-transfer', item: 'exercise/odd', attempts: 'none' },
    ]);
    expectAll(await (await openIndexedRecord()).loadAll());
  });
});

describe('an attempt of version 2', () => {
  const names = ['time', 'run', 'types'];
  const messages = Object.fromEntries(
    names.map((name) => [name, { tested: `test of ${name}`, says: `says ${name}` }]),
  );

  it.each(names)('with the message “%s” of an author shows that message', async (message) => {
    await restoreDatabases(earlierDatabases('database-2.json'));
    const items = await (await openIndexedRecord()).load('items');
    const found = items.flatMap(({ attempts }) => attempts).filter((attempt) => attempt.message === message);
    expect(found.length).toBeGreaterThan(0);
    for (const attempt of found) {
      expect(storedAttemptText(attempt, messages, exerciseWords.en)).toEqual({
        says: `says ${message}`,
        tested: `test of ${message}`,
      });
    }
  });

  it.each([
    'time',
    'run',
    'types',
  ] as const)('that ended at the stage “%s” shows the text of the stage', async (stage) => {
    await restoreDatabases(earlierDatabases('database-2.json'));
    const items = await (await openIndexedRecord()).load('items');
    const attempt = items.flatMap(({ attempts }) => attempts).find((each) => each.stage === stage);
    if (attempt === undefined) throw new Error('no such attempt');
    expect(storedAttemptText(attempt, messages, exerciseWords.en)).toEqual({
      says: exerciseWords.en.stages[stage],
      tested: null,
    });
  });
});

describe('version 1', () => {
  const edits = [
    { lesson: '01-prediction', cell: 'load', source: 'let a = 1;', at: 0 },
    { lesson: '03-transfer', cell: 'freeze', source: 'const ñ = "«hielo»"; // 🧊\n', at: 0 },
  ];

  it('opens a database with edits only', async () => {
    await restoreDatabases(earlierDatabases('database-1.json'));
    expect((await (await openIndexedRecord()).loadAll()).edits).toEqual(edits);
  });

  it('merges three databases into one', async () => {
    await restoreDatabases(earlierDatabases('legacy-databases.json'));
    const tables = await (await openIndexedRecord()).loadAll();
    expect(tables.edits).toEqual(edits);
    expect(tables.runs.map(({ number, note }) => [number, note])).toEqual([
      [2, ''],
      [3, 'third'],
    ]);
    expect(tables.learner).toEqual([{ name: '', lastRun: 3 }]);
    expect(tables.items.flatMap(({ attempts }) => attempts.map(({ at }) => at))).toEqual(
      byItem(exported.items).flatMap(({ attempts }) => attempts.map(({ at }) => at)),
    );
  });

  it('merges them even if the upgrade to version 2 was interrupted before that', async () => {
    const [, ...legacy] = earlierDatabases('legacy-databases.json');
    const mark = { key: ['chores', '', 'legacy'], value: true };
    await restoreDatabases([
      ...earlierDatabases('database-2.json').map((database) => ({
        ...database,
        stores: database.stores.map((store) => ({ ...store, entries: [mark] })),
      })),
      ...legacy,
    ]);
    const tables = await (await openIndexedRecord()).loadAll();
    expect(tables.items).toHaveLength(exported.items.length);
    expect(tables.runs).toHaveLength(2);
  });
});
