import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { verifyHandIn } from '../../../src/lessons-runtime/progress/files/hand-in-file.ts';
import { readRecordFile } from '../../../src/lessons-runtime/progress/files/record-file.ts';
import { openIndexedRecordStorage } from '../../../src/lessons-runtime/progress/record/indexed-record-storage.ts';
import { fromPlain } from '../../../src/lessons-runtime/progress/record/plain-values.ts';
import {
  createRecordStore,
  type RecordStore,
} from '../../../src/lessons-runtime/progress/record/record-store.ts';
import type { ItemRecord, WholeRecord } from '../../../src/lessons-runtime/progress/record/record-types.ts';
import { earlierDatabases, earlierFile, restoreDatabases } from '../../support/earlier-records.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const open = async (): Promise<RecordStore> => createRecordStore(await openIndexedRecordStorage());

/** What each attempt of the fixtures came to, in the order in which they were made. */
const told = [
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

/** The tables as the exported file of version 2 has them. */
const written = fromPlain(JSON.parse(earlierFile('exported-2.json')).record) as WholeRecord;

const byItem = (items: readonly ItemRecord[]) =>
  items.toSorted((a, b) => `${a.lesson}/${a.item}`.localeCompare(`${b.lesson}/${b.item}`));

/** Items without what their attempts came to, of which each version has its own form. */
function withoutMessages(items: readonly ItemRecord[]) {
  return byItem(items).map((item) => ({
    ...item,
    attempts: item.attempts.map(({ stage: _, message: __, ...rest }) => rest),
  }));
}

function toldIn(items: readonly ItemRecord[]) {
  return items.flatMap(({ attempts }) => attempts.map(({ stage, message }) => [stage, message]));
}

function expectAll({ items, ...tables }: WholeRecord, left: Partial<WholeRecord> = {}): void {
  const { items: writtenItems, ...others } = { ...written, ...left };
  expect(tables).toEqual(others);
  expect(withoutMessages(items)).toEqual(withoutMessages(writtenItems));
  expect(toldIn(byItem(items))).toEqual(told);
}

describe('what version 2 made', () => {
  it('an exported file opens whole, and its seal fits', async () => {
    const read = await readRecordFile(earlierFile('exported-2.json'));
    if (!read.ok) throw new Error(JSON.stringify(read.problem));
    expect(read.value.seal).toBe('fits');
    expectAll(read.value.record);
  });

  it('a hand-in opens whole, and its digest is that of the file as it was', async () => {
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

  it('a database opens whole; what was set aside stays, and what cannot be read is set aside', async () => {
    await restoreDatabases(earlierDatabases('database-2.json'));
    const store = await open();
    expectAll(await store.loadAll());
    expect((await store.setAside()).map(({ value }) => value)).toEqual([
      { lesson: '03-transfer', item: 'exercise/odd-too', attempts: [7, { message: 'time' }] },
      { lesson: '03-transfer', item: 'exercise/odd', attempts: 'none' },
    ]);
    expectAll(await (await open()).loadAll());
  });
});

describe('what earlier versions made', () => {
  const edits = [
    { lesson: '01-prediction', cell: 'load', source: 'let a = 1;', at: 0 },
    { lesson: '03-transfer', cell: 'freeze', source: 'const ñ = "«hielo»"; // 🧊\n', at: 0 },
  ];

  it('a database with edits only opens', async () => {
    await restoreDatabases(earlierDatabases('database-1.json'));
    expect((await (await open()).loadAll()).edits).toEqual(edits);
  });

  it('three databases become one', async () => {
    await restoreDatabases(earlierDatabases('legacy-databases.json'));
    const whole = await (await open()).loadAll();
    expect(whole.edits).toEqual(edits);
    expect(whole.runs.map(({ number, note }) => [number, note])).toEqual([
      [2, ''],
      [3, 'third'],
    ]);
    expect(whole.learner).toEqual([{ name: '', lastRun: 3 }]);
    expect(whole.items.flatMap(({ attempts }) => attempts.map(({ at }) => at))).toEqual(
      byItem(written.items).flatMap(({ attempts }) => attempts.map(({ at }) => at)),
    );
  });

  it('three databases are taken over where the upgrade to version 2 did not come to that', async () => {
    const [, ...beside] = earlierDatabases('legacy-databases.json');
    const mark = { key: ['chores', '', 'legacy'], value: true };
    await restoreDatabases([
      ...earlierDatabases('database-2.json').map((database) => ({
        ...database,
        stores: database.stores.map((store) => ({ ...store, entries: [mark] })),
      })),
      ...beside,
    ]);
    const whole = await (await open()).loadAll();
    expect(whole.items).toHaveLength(written.items.length);
    expect(whole.runs).toHaveLength(2);
  });
});
