import 'fake-indexeddb/auto';
import { forceCloseDatabase, IDBFactory } from 'fake-indexeddb';
import { deleteDB, openDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  createIndexedLedger,
  openIndexedRecordStorage,
} from '../../../../src/lessons-runtime/progress/record/indexed-record-storage.ts';
import {
  NewerVersionError,
  OtherVersionError,
} from '../../../../src/lessons-runtime/progress/record/record-storage.ts';
import {
  createRecordStore,
  type RecordStore,
} from '../../../../src/lessons-runtime/progress/record/record-store.ts';
import { createRunsStore } from '../../../../src/lessons-runtime/progress/record/runs-store.ts';
import { createRun } from '../../../support/logged-runs.ts';
import { sampleRecord } from '../../../support/sample-record.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const open = async () => createRecordStore(await openIndexedRecordStorage());

/** The databases as the course's first versions left them. */
async function leaveOldDatabases(): Promise<void> {
  const edits = await openDB('deshielo', 1, {
    upgrade: (database) => database.createObjectStore('edits', { keyPath: ['lesson', 'cell'] }),
  });
  await edits.put('edits', { lesson: 'a', cell: 'x', source: 'mine' });
  await edits.put('edits', { lesson: 'a', cell: 'broken', source: 7 });
  edits.close();
  const runs = await openDB('deshielo-runs', 1, {
    upgrade(database) {
      const store = database.createObjectStore('runs', { keyPath: 'number', autoIncrement: true });
      store.createIndex('lesson', 'lesson');
    },
  });
  await runs.add('runs', createRun({ note: 'first' }));
  await runs.add('runs', createRun());
  await runs.delete('runs', 1);
  await runs.add('runs', createRun({ note: 'third' }));
  runs.close();
  const items = await openDB('deshielo-items', 1, {
    upgrade: (database) => database.createObjectStore('items', { keyPath: ['lesson', 'item'] }),
  });
  for (const item of sampleRecord.items) await items.put('items', item);
  items.close();
}

describe('the record in IndexedDB', () => {
  it('keeps everything over closing, in the order of numbers', async () => {
    const store = await open();
    await store.changeAll(() => ({
      ...sampleRecord,
      runs: [10, 9, 2].map((number) => ({ ...createRun(), number })),
    }));
    const again = await open();
    expect(await again.load('edits')).toEqual(sampleRecord.edits);
    expect((await again.load('runs', '03-transfer')).map(({ number }) => number)).toEqual([2, 9, 10]);
    expect(await again.load('runs', '03')).toEqual([]);
  });

  it('does all of a transaction or nothing', async () => {
    const store = await open();
    await store.changeAll(() => sampleRecord);
    await expect(
      store.changeAll(() => {
        throw new Error('half way');
      }),
    ).rejects.toThrow('half way');
    await expect(
      store.changeAll((whole) => ({
        ...whole,
        edits: [],
        items: [Object.assign(() => {}, sampleRecord.items[0])],
      })),
    ).rejects.toThrow();
    expect(await store.load('edits')).toEqual(sampleRecord.edits);
  });

  it('lets two tabs change one record at once', async () => {
    const tabs = [await open(), await open()];
    await Promise.all(
      [...Array(10).keys()].map((n) =>
        tabs[n % 2]?.update('learner', ['learner', '', ''], (kept) => ({
          name: 'Ana',
          lastRun: (kept?.lastRun ?? 0) + 1,
        })),
      ),
    );
    expect(await tabs[0]?.load('learner')).toEqual([{ name: 'Ana', lastRun: 10 }]);
  });
});

describe('a connection that has ended', () => {
  const step = { lesson: 'l', step: 'run', at: 1 } as const;

  /** The ledger's own connection, as the browser has it. */
  async function connectionOf(use: () => Promise<unknown>): Promise<IDBDatabase> {
    const opened: IDBDatabase[] = [];
    const open = indexedDB.open.bind(indexedDB);
    indexedDB.open = (...asked) => {
      const request = open(...asked);
      request.addEventListener('success', () => opened.push(request.result));
      return request;
    };
    await use();
    const [database] = opened;
    if (database === undefined) throw new Error('nothing was opened');
    return database;
  }

  it.each([
    ['by the browser', (database: IDBDatabase) => Reflect.apply(forceCloseDatabase, null, [database])],
    ['without a word', (database: IDBDatabase) => database.close()],
  ])('%s is opened again, and the write comes through', async (_, end) => {
    const ledgers: RecordStore[] = [];
    end(await connectionOf(async () => ledgers.push(await open())));
    const [store] = ledgers;
    await store?.put('steps', step);
    await store?.update('steps', ['steps', 'l', 'edit'], () => ({ ...step, step: 'edit' }));
    expect(await (await open()).load('steps')).toHaveLength(2);
  });

  it('for the removal of the database is opened again', async () => {
    const store = await open();
    await store.put('steps', step);
    await deleteDB('deshielo');
    await store.put('steps', { ...step, step: 'edit' });
    expect((await (await open()).load('steps')).map(({ step: taken }) => taken)).toEqual(['edit']);
  });

  it('for a later version of the course is told as that', async () => {
    const store = await open();
    const told: string[] = [];
    store.onTrouble(({ kind }) => told.push(kind));
    (await openDB('deshielo', 99)).close();
    await expect(store.put('steps', step)).rejects.toBeInstanceOf(NewerVersionError);
    await expect(openIndexedRecordStorage()).rejects.toBeInstanceOf(NewerVersionError);
    expect(told).toEqual(['newerVersion']);
  });
});

describe('what earlier versions kept', () => {
  it('is taken over: edits, items and trainings, and the numbers go on', async () => {
    await leaveOldDatabases();
    const store = await open();
    expect(await store.load('edits')).toEqual([{ lesson: 'a', cell: 'x', source: 'mine', at: 0 }]);
    expect((await store.setAside()).map(({ value }) => value)).toEqual([
      { lesson: 'a', cell: 'broken', source: 7, at: 0 },
    ]);
    expect(await store.load('items')).toEqual(sampleRecord.items);
    const runs = await store.load('runs');
    expect(runs.map(({ number, note }) => [number, note])).toEqual([
      [2, ''],
      [3, 'third'],
    ]);
    expect((await createRunsStore(store).add(createRun())).number).toBe(4);
    await expect
      .poll(async () => (await indexedDB.databases()).map(({ name }) => name))
      .toEqual(['deshielo']);
  });

  it('is taken over once, and leaves nothing behind where there was nothing', async () => {
    await open();
    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(['deshielo']);
    await leaveOldDatabasesOnly();
    const store = await open();
    expect(await store.load('runs')).toEqual([]);
  });

  it('is taken over where one of the old databases was left half made', async () => {
    (await openDB('deshielo-items', 1)).close();
    await leaveOldDatabasesOnly();
    const store = await open();
    expect(await store.load('runs')).toHaveLength(1);
  });

  it('waits for no tab that has it open: that is said', async () => {
    const old = await openDB('deshielo', 1, {
      upgrade: (database) => database.createObjectStore('edits', { keyPath: ['lesson', 'cell'] }),
    });
    const storage = createIndexedLedger();
    await expect(storage.open()).rejects.toBeInstanceOf(OtherVersionError);
    await expect(storage.open()).rejects.toBeInstanceOf(OtherVersionError);
    old.close();
    await expect.poll(() => storage.open().then(() => 'open', String)).toBe('open');
  });
});

async function leaveOldDatabasesOnly(): Promise<void> {
  const runs = await openDB('deshielo-runs', 1, {
    upgrade: (database) => database.createObjectStore('runs', { keyPath: 'number', autoIncrement: true }),
  });
  await runs.add('runs', createRun());
  runs.close();
}
