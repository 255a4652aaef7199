import 'fake-indexeddb/auto';
import { forceCloseDatabase, IDBFactory } from 'fake-indexeddb';
import { deleteDB, openDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import { createIndexedRecordStorage } from '../../../../src/lessons-runtime/progress/record/indexed-record-storage.ts';
import {
  NewerVersionError,
  OtherVersionError,
} from '../../../../src/lessons-runtime/progress/record/record-storage.ts';
import type { RecordStore } from '../../../../src/lessons-runtime/progress/record/record-store.ts';
import { createRunsStore } from '../../../../src/lessons-runtime/progress/record/runs-store.ts';
import { openIndexedRecord } from '../../../support/indexed-record.ts';
import { createRun } from '../../../support/logged-runs.ts';
import { sampleRecord } from '../../../support/sample-record.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

/** Creates the databases of version 1. */
async function createLegacyDatabases(): Promise<void> {
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
  it('returns the same records after reopening, runs ordered by number', async () => {
    const store = await openIndexedRecord();
    await store.changeAll(() => ({
      ...sampleRecord,
      runs: [10, 9, 2].map((number) => ({ ...createRun(), number })),
    }));
    const reopened = await openIndexedRecord();
    expect(await reopened.load('edits')).toEqual(sampleRecord.edits);
    expect((await reopened.load('runs', '03-transfer')).map(({ number }) => number)).toEqual([2, 9, 10]);
    expect(await reopened.load('runs', '03')).toEqual([]);
  });

  it('stores all changes of a transaction or none', async () => {
    const store = await openIndexedRecord();
    await store.changeAll(() => sampleRecord);
    await expect(
      store.changeAll(() => {
        throw new Error('half way');
      }),
    ).rejects.toThrow('half way');
    await expect(
      store.changeAll((tables) => ({
        ...tables,
        edits: [],
        items: [Object.assign(() => {}, sampleRecord.items[0])],
      })),
    ).rejects.toThrow();
    expect(await store.load('edits')).toEqual(sampleRecord.edits);
  });

  it('loses no changes when two tabs change one record at once', async () => {
    const tabs = [await openIndexedRecord(), await openIndexedRecord()];
    await Promise.all(
      [...Array(10).keys()].map((n) =>
        tabs[n % 2]?.update('learner', ['learner', '', ''], (stored) => ({
          name: 'Ana',
          lastRun: (stored?.lastRun ?? 0) + 1,
        })),
      ),
    );
    expect(await tabs[0]?.load('learner')).toEqual([{ name: 'Ana', lastRun: 10 }]);
  });
});

describe('a closed connection', () => {
  const step = { lesson: 'l', step: 'run', at: 1 } as const;

  /** Returns the database that `use` opens. */
  async function connectionOf(use: () => Promise<unknown>): Promise<IDBDatabase> {
    const opened: IDBDatabase[] = [];
    const open = indexedDB.open.bind(indexedDB);
    indexedDB.open = (...args) => {
      const request = open(...args);
      request.addEventListener('success', () => opened.push(request.result));
      return request;
    };
    await use();
    const [database] = opened;
    if (database === undefined) throw new Error('nothing was opened');
    return database;
  }

  it.each([
    ['closed by the browser', (database: IDBDatabase) => Reflect.apply(forceCloseDatabase, null, [database])],
    ['closed without an event', (database: IDBDatabase) => database.close()],
  ])('%s is reopened, and the write succeeds', async (_, close) => {
    const stores: RecordStore[] = [];
    close(await connectionOf(async () => stores.push(await openIndexedRecord())));
    const [store] = stores;
    await store?.put('steps', step);
    await store?.update('steps', ['steps', 'l', 'edit'], () => ({ ...step, step: 'edit' }));
    expect(await (await openIndexedRecord()).load('steps')).toHaveLength(2);
  });

  it('closed because the database was deleted is reopened', async () => {
    const store = await openIndexedRecord();
    await store.put('steps', step);
    await deleteDB('deshielo');
    await store.put('steps', { ...step, step: 'edit' });
    expect((await (await openIndexedRecord()).load('steps')).map(({ step: taken }) => taken)).toEqual([
      'edit',
    ]);
  });

  it('closed because of a later version is reported as newerVersion', async () => {
    const store = await openIndexedRecord();
    const problems: string[] = [];
    store.onProblem(({ kind }) => problems.push(kind));
    (await openDB('deshielo', 99)).close();
    await expect(store.put('steps', step)).rejects.toBeInstanceOf(NewerVersionError);
    await expect(openIndexedRecord()).rejects.toBeInstanceOf(NewerVersionError);
    expect(problems).toEqual(['newerVersion']);
  });
});

describe('the databases of version 1', () => {
  it('are migrated with edits, items and trainings, and numbering continues', async () => {
    await createLegacyDatabases();
    const store = await openIndexedRecord();
    expect(await store.load('edits')).toEqual([{ lesson: 'a', cell: 'x', source: 'mine', at: 0 }]);
    expect((await store.loadQuarantine()).map(({ value }) => value)).toEqual([
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

  it('are migrated only once, and are not created if there were none', async () => {
    await openIndexedRecord();
    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(['deshielo']);
    await createLegacyRuns();
    const store = await openIndexedRecord();
    expect(await store.load('runs')).toEqual([]);
  });

  it('are migrated even if the creation of one of them was interrupted', async () => {
    (await openDB('deshielo-items', 1)).close();
    await createLegacyRuns();
    const store = await openIndexedRecord();
    expect(await store.load('runs')).toHaveLength(1);
  });

  it('fails with OtherVersionError while another tab keeps version 1 open', async () => {
    const old = await openDB('deshielo', 1, {
      upgrade: (database) => database.createObjectStore('edits', { keyPath: ['lesson', 'cell'] }),
    });
    const storage = createIndexedRecordStorage();
    await expect(storage.open()).rejects.toBeInstanceOf(OtherVersionError);
    await expect(storage.open()).rejects.toBeInstanceOf(OtherVersionError);
    old.close();
    await expect.poll(() => storage.open().then(() => 'open', String)).toBe('open');
  });
});

async function createLegacyRuns(): Promise<void> {
  const runs = await openDB('deshielo-runs', 1, {
    upgrade: (database) => database.createObjectStore('runs', { keyPath: 'number', autoIncrement: true }),
  });
  await runs.add('runs', createRun());
  runs.close();
}
