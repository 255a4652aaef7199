import { describe, expect, it } from 'vitest';
import {
  readRecordFile,
  writeRecordFile,
} from '../../../../src/lessons-runtime/progress/files/record-file.ts';
import {
  createMemoryRecordStorage,
  type RecordStorage,
} from '../../../../src/lessons-runtime/progress/record/record-storage.ts';
import {
  type Channel,
  createRecordStore,
  type StoreProblem,
} from '../../../../src/lessons-runtime/progress/record/record-store.ts';
import { emptyWholeRecord } from '../../../../src/lessons-runtime/progress/record/record-tables.ts';
import type {
  CellRecord,
  EditRecord,
  RecordKey,
} from '../../../../src/lessons-runtime/progress/record/record-types.ts';
import { undoChange } from '../../../../src/lessons-runtime/progress/record/whole-change.ts';
import { sampleRecord } from '../../../support/sample-record.ts';

const key: RecordKey = ['edits', 'a', 'x'];
const edit = (source: string, at = 1): EditRecord => ({ lesson: 'a', cell: 'x', source, at });

/** A channel and what was said in it. */
function listen() {
  const said: unknown[] = [];
  const channel: Channel = { postMessage: (message) => said.push(message), onmessage: null };
  const hear = (data: unknown) => channel.onmessage?.(new MessageEvent('message', { data }));
  return { channel, said, hear };
}

async function plant(storage: RecordStorage, at: RecordKey, value: unknown): Promise<void> {
  await storage.transact('readwrite', (transaction) => transaction.put(at, value));
}

describe('a record', () => {
  it('keeps what is changed, of one lesson or all, and removes it', async () => {
    const store = createRecordStore(createMemoryRecordStorage());
    await store.update('edits', key, () => edit('1'));
    await store.update('edits', ['edits', 'b', 'x'], () => ({ ...edit('2'), lesson: 'b' }));
    expect(await store.load('edits', 'a')).toEqual([edit('1')]);
    expect(await store.load('edits')).toHaveLength(2);
    await store.update('edits', key, (kept) => (kept?.source === '1' ? null : kept));
    expect(await store.load('edits', 'a')).toEqual([]);
  });

  it('changes one after the other, so that two tabs lose nothing of each other’s', async () => {
    const storage = createMemoryRecordStorage();
    const tabs = [createRecordStore(storage), createRecordStore(storage)];
    const more = (kept: EditRecord | null) => edit(`${kept?.source ?? ''}.`);
    await Promise.all([...Array(20).keys()].map((n) => tabs[n % 2]?.update('edits', key, more)));
    expect((await tabs[0]?.load('edits'))?.[0]?.source).toBe('.'.repeat(20));
  });

  it('tells other tabs what changed, and hears them; nonsense is not heard', async () => {
    const { channel, said, hear } = listen();
    const store = createRecordStore(createMemoryRecordStorage(), channel);
    const heard: unknown[] = [];
    store.onChange((...change) => heard.push(change));
    await store.update('edits', key, () => edit('1'));
    expect(said).toEqual([{ table: 'edits', lesson: 'a' }]);
    for (const data of [{ table: 'items', lesson: 'b' }, { table: 'secrets', lesson: 'b' }, null, 'edits'])
      hear(data);
    expect(heard).toEqual([['items', 'b']]);
  });

  it('says once what is saved first, for the browser to be asked to keep it', async () => {
    let saved = 0;
    const store = createRecordStore(createMemoryRecordStorage(), null, () => void saved++);
    await store.load('edits');
    expect(saved).toBe(0);
    await store.update('edits', key, () => edit('1'));
    expect(saved).toBe(1);
  });
});

describe('what cannot be read', () => {
  it.each([
    ['is no record', { lesson: 'a', cell: 'x' }],
    ['is nothing', null],
    ['has a time that is none', edit('1', Number.NaN)],
    ['lies where another belongs', { ...edit('1'), cell: 'other' }],
  ])('%s: it goes aside and is told, and the rest comes', async (_, value) => {
    const storage = createMemoryRecordStorage();
    await plant(storage, key, value);
    await plant(storage, ['edits', 'a', 'y'], { ...edit('2'), cell: 'y' });
    const store = createRecordStore(storage);
    const troubles: StoreProblem[] = [];
    store.onTrouble((trouble) => troubles.push(trouble));
    expect(await store.load('edits', 'a')).toEqual([{ ...edit('2'), cell: 'y' }]);
    expect(troubles).toEqual([{ kind: 'unreadable', key }]);
    expect(await store.setAside()).toEqual([{ key, value, at: expect.any(Number) }]);

    expect(await store.load('edits', 'a')).toHaveLength(1);
    expect(troubles).toHaveLength(1);
    await store.update('edits', key, () => edit('new'));
    expect(await store.load('edits', 'a')).toHaveLength(2);
    expect(await store.setAside()).toHaveLength(1);
    await store.dropSetAside();
    expect(await store.setAside()).toEqual([]);
  });

  it('is not written over by a change: it goes aside first', async () => {
    const storage = createMemoryRecordStorage();
    await plant(storage, key, { source: 7 });
    const store = createRecordStore(storage);
    await store.update('edits', key, (kept) => kept ?? edit('new'));
    expect((await store.setAside())[0]?.value).toEqual({ source: 7 });
    expect(await store.load('edits')).toEqual([edit('new')]);
  });

  it('stays where it is when there is no room to move it, and is left out', async () => {
    const storage = createMemoryRecordStorage(120);
    await plant(storage, key, { source: 'x'.repeat(70) });
    const store = createRecordStore(storage);
    expect(await store.load('edits')).toEqual([]);
    expect(await store.setAside()).toEqual([]);
    expect(await storage.transact('readonly', (transaction) => transaction.get(key))).toBeDefined();
  });
});

describe('a full device', () => {
  it('refuses the change, says so, and keeps what was there', async () => {
    const store = createRecordStore(createMemoryRecordStorage(400));
    const troubles: StoreProblem[] = [];
    store.onTrouble((trouble) => troubles.push(trouble));
    await store.update('edits', key, () => edit('short'));
    await expect(store.update('edits', key, () => edit('long'.repeat(200)))).rejects.toThrow('no room');
    await expect(store.changeAll(() => sampleRecord)).rejects.toThrow('no room');
    expect(troubles).toEqual([{ kind: 'full' }, { kind: 'full' }]);
    expect(await store.load('edits')).toEqual([edit('short')]);
    expect(await store.load('items')).toEqual([]);
  });
});

describe('a change of everything', () => {
  it('tells what it changed and nothing else, and can be taken back', async () => {
    const { channel, said } = listen();
    const store = createRecordStore(createMemoryRecordStorage(), channel);
    const change = await store.changeAll(() => sampleRecord);
    expect(said).toHaveLength(7);
    said.splice(0);
    const same = await store.changeAll((whole) => ({ ...whole, edits: [] }));
    expect(said).toEqual([{ table: 'edits', lesson: '03-transfer' }]);
    expect(same.before).toEqual(sampleRecord);
    await store.changeAll((whole) => undoChange(whole, same));
    expect(await store.load('edits')).toEqual(sampleRecord.edits);
    await store.changeAll((whole) => undoChange(whole, change));
    for (const table of ['edits', 'items', 'runs', 'cells', 'steps', 'places', 'learner'] as const)
      expect(await store.load(table), table).toEqual([]);
  });

  it('is taken back only where nothing was done since', async () => {
    const store = createRecordStore(createMemoryRecordStorage());
    await store.changeAll(() => sampleRecord);
    const reset = await store.changeAll((whole) => ({ ...whole, items: [] }));
    await store.update('items', ['items', '03-transfer', 'exercise/thaw'], () => ({
      lesson: '03-transfer',
      item: 'exercise/thaw',
      attempts: [],
      hints: 2,
      isSolutionSeen: false,
    }));
    await store.changeAll((whole) => undoChange(whole, reset));
    const items = await store.load('items');
    expect(items.map(({ item, hints }) => [item, hints])).toEqual([
      ['exercise/thaw', 2],
      ['quiz/freezing/why', 0],
    ]);
  });
});

describe('a record that has grown', () => {
  const most = Number.MAX_SAFE_INTEGER;
  const cell: CellRecord = { lesson: 'a', cell: 'x', runs: most, at: 1, outcome: 'done', wasDone: true };
  const item = sampleRecord.items[0];

  it.each([
    ['cells', ['cells', 'a', 'x'], { ...cell, runs: most + 1 }],
    ['learner', ['learner', '', ''], { name: 'Ana', lastRun: most + 1 }],
    ['learner', ['learner', '', ''], { name: 'n'.repeat(300), lastRun: 1 }],
    ['items', ['items', item?.lesson ?? '', item?.item ?? ''], { ...item, hints: most + 1 }],
    ['edits', key, edit('x'.repeat(10_000_001))],
  ] as const)('of %s is no damaged one, however far its counters and texts have come', async (table, at, record) => {
    const storage = createMemoryRecordStorage();
    await plant(storage, at, record);
    const store = createRecordStore(storage);
    expect(await store.load(table)).toEqual([record]);
    expect((await store.loadAll())[table]).toEqual([record]);
    expect(await store.setAside()).toEqual([]);
  });

  it('from a file has room to grow: what a file brings ends far before', async () => {
    const text = await writeRecordFile({
      at: 1,
      record: { ...emptyWholeRecord, cells: [{ ...cell, runs: 1e9 }] },
    });
    const read = await readRecordFile(text);
    if (!read.ok) throw new Error(JSON.stringify(read.problem));
    const store = createRecordStore(createMemoryRecordStorage());
    await store.changeAll(() => read.value.record);
    const grown = await store.update('cells', ['cells', 'a', 'x'], (kept) => ({
      ...cell,
      runs: (kept?.runs ?? 0) + 1,
    }));
    expect(grown.runs).toBe(1e9 + 1);
    expect(await store.load('cells')).toEqual([grown]);
  });
});

it('keeps attempts that found no room along with the next that does, and says that it works again', async () => {
  const storage = createMemoryRecordStorage();
  let isFull = true;
  const store = createRecordStore({
    ...storage,
    async transact(mode, act) {
      if (isFull && mode === 'readwrite') throw new DOMException('there is no room', 'QuotaExceededError');
      return storage.transact(mode, act);
    },
  });
  let recovered = 0;
  store.onRecovered(() => recovered++);
  const attempt = (at: number) =>
    store.update('items', ['items', 'l', 'exercise/e'], (kept) => ({
      lesson: 'l',
      item: 'exercise/e',
      attempts: [
        ...(kept?.attempts ?? []),
        { at, answer: '', verdict: 'incorrect', stage: 'checked', message: '' },
      ],
      hints: 0,
      isSolutionSeen: false,
    }));
  await expect(attempt(1)).rejects.toThrow();
  await expect(attempt(2)).rejects.toThrow();
  isFull = false;
  await Promise.all([attempt(3), attempt(4)]);
  expect((await store.load('items'))[0]?.attempts.map(({ at }) => at)).toEqual([1, 2, 3, 4]);
  expect(recovered).toBe(1);
});
