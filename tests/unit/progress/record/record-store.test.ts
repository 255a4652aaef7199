import { describe, expect, it } from 'vitest';
import {
  readRecordFile,
  writeRecordFile,
} from '../../../../src/lessons-runtime/progress/files/record-file.ts';
import { undoChange } from '../../../../src/lessons-runtime/progress/record/record-change.ts';
import {
  createMemoryRecordStorage,
  type RecordStorage,
} from '../../../../src/lessons-runtime/progress/record/record-storage.ts';
import {
  type Channel,
  createRecordStore,
  type StoreProblem,
} from '../../../../src/lessons-runtime/progress/record/record-store.ts';
import { emptyRecord } from '../../../../src/lessons-runtime/progress/record/record-tables.ts';
import type { RecordKey, Records } from '../../../../src/lessons-runtime/progress/record/record-types.ts';
import { sampleRecord } from '../../../support/sample-record.ts';

const key: RecordKey = ['edits', 'a', 'x'];
const edit = (source: string, at = 1): Records['edits'] => ({ lesson: 'a', cell: 'x', source, at });

/** Creates a channel and records the messages that are posted on it. */
function createChannel() {
  const posted: unknown[] = [];
  const channel: Channel = { postMessage: (message) => posted.push(message), onmessage: null };
  const receive = (data: unknown) => channel.onmessage?.(new MessageEvent('message', { data }));
  return { channel, posted, receive };
}

async function putRaw(storage: RecordStorage, at: RecordKey, value: unknown): Promise<void> {
  await storage.transact('readwrite', (transaction) => transaction.put(at, value));
}

describe('a record store', () => {
  it('stores, loads and removes records, of one lesson or of all', async () => {
    const store = createRecordStore(createMemoryRecordStorage());
    await store.update('edits', key, () => edit('1'));
    await store.update('edits', ['edits', 'b', 'x'], () => ({ ...edit('2'), lesson: 'b' }));
    expect(await store.load('edits', 'a')).toEqual([edit('1')]);
    expect(await store.load('edits')).toHaveLength(2);
    await store.update('edits', key, (stored) => (stored?.source === '1' ? null : stored));
    expect(await store.load('edits', 'a')).toEqual([]);
  });

  it('loses no changes when two tabs change one record', async () => {
    const storage = createMemoryRecordStorage();
    const tabs = [createRecordStore(storage), createRecordStore(storage)];
    const more = (stored: Records['edits'] | null) => edit(`${stored?.source ?? ''}.`);
    await Promise.all([...Array(20).keys()].map((n) => tabs[n % 2]?.update('edits', key, more)));
    expect((await tabs[0]?.load('edits'))?.[0]?.source).toBe('.'.repeat(20));
  });

  it('announces changes to other tabs, and ignores invalid announcements', async () => {
    const { channel, posted, receive } = createChannel();
    const store = createRecordStore(createMemoryRecordStorage(), channel);
    const changes: unknown[] = [];
    store.onChange((...change) => changes.push(change));
    await store.update('edits', key, () => edit('1'));
    expect(posted).toEqual([{ table: 'edits', lesson: 'a' }]);
    for (const data of [{ table: 'items', lesson: 'b' }, { table: 'secrets', lesson: 'b' }, null, 'edits'])
      receive(data);
    expect(changes).toEqual([['items', 'b']]);
  });

  it('calls onSaved after a change, but not after a read', async () => {
    let saved = 0;
    const store = createRecordStore(createMemoryRecordStorage(), null, () => void saved++);
    await store.load('edits');
    expect(saved).toBe(0);
    await store.update('edits', key, () => edit('1'));
    expect(saved).toBe(1);
  });
});

describe('a record that cannot be parsed', () => {
  it.each([
    ['because a field is missing', { lesson: 'a', cell: 'x' }],
    ['because it is null', null],
    ['because its time is NaN', edit('1', Number.NaN)],
    ['because it is stored under another key', { ...edit('1'), cell: 'other' }],
  ])('%s is quarantined and reported, and the others are returned', async (_, value) => {
    const storage = createMemoryRecordStorage();
    await putRaw(storage, key, value);
    await putRaw(storage, ['edits', 'a', 'y'], { ...edit('2'), cell: 'y' });
    const store = createRecordStore(storage);
    const problems: StoreProblem[] = [];
    store.onProblem((problem) => problems.push(problem));
    expect(await store.load('edits', 'a')).toEqual([{ ...edit('2'), cell: 'y' }]);
    expect(problems).toEqual([{ kind: 'unreadable', key }]);
    expect(await store.loadQuarantine()).toEqual([{ key, value, at: expect.any(Number) }]);

    expect(await store.load('edits', 'a')).toHaveLength(1);
    expect(problems).toHaveLength(1);
    await store.update('edits', key, () => edit('new'));
    expect(await store.load('edits', 'a')).toHaveLength(2);
    expect(await store.loadQuarantine()).toHaveLength(1);
    await store.clearQuarantine();
    expect(await store.loadQuarantine()).toEqual([]);
  });

  it('is quarantined before an update replaces it', async () => {
    const storage = createMemoryRecordStorage();
    await putRaw(storage, key, { source: 7 });
    const store = createRecordStore(storage);
    await store.update('edits', key, (stored) => stored ?? edit('new'));
    expect((await store.loadQuarantine())[0]?.value).toEqual({ source: 7 });
    expect(await store.load('edits')).toEqual([edit('new')]);
  });

  it('is left out and stays under its key if the device is full', async () => {
    const storage = createMemoryRecordStorage(120);
    await putRaw(storage, key, { source: 'x'.repeat(70) });
    const store = createRecordStore(storage);
    expect(await store.load('edits')).toEqual([]);
    expect(await store.loadQuarantine()).toEqual([]);
    expect(await storage.transact('readonly', (transaction) => transaction.get(key))).toBeDefined();
  });
});

describe('a full device', () => {
  it('refuses a change, reports it, and keeps the stored records', async () => {
    const store = createRecordStore(createMemoryRecordStorage(400));
    const problems: StoreProblem[] = [];
    store.onProblem((problem) => problems.push(problem));
    await store.update('edits', key, () => edit('short'));
    await expect(store.update('edits', key, () => edit('long'.repeat(200)))).rejects.toThrow('is full');
    await expect(store.changeAll(() => sampleRecord)).rejects.toThrow('is full');
    expect(problems).toEqual([{ kind: 'full' }, { kind: 'full' }]);
    expect(await store.load('edits')).toEqual([edit('short')]);
    expect(await store.load('items')).toEqual([]);
  });
});

describe('changeAll', () => {
  it('announces only the changed tables, and can be reverted', async () => {
    const { channel, posted } = createChannel();
    const store = createRecordStore(createMemoryRecordStorage(), channel);
    const change = await store.changeAll(() => sampleRecord);
    expect(posted).toHaveLength(8);
    posted.splice(0);
    const same = await store.changeAll((tables) => ({ ...tables, edits: [] }));
    expect(posted).toEqual([{ table: 'edits', lesson: '03-transfer' }]);
    expect(same.before).toEqual(sampleRecord);
    await store.changeAll((tables) => undoChange(tables, same));
    expect(await store.load('edits')).toEqual(sampleRecord.edits);
    await store.changeAll((tables) => undoChange(tables, change));
    for (const table of ['edits', 'items', 'runs', 'cells', 'steps', 'places', 'learner'] as const)
      expect(await store.load(table), table).toEqual([]);
  });

  it('is reverted only for records that have not changed since', async () => {
    const store = createRecordStore(createMemoryRecordStorage());
    await store.changeAll(() => sampleRecord);
    const reset = await store.changeAll((tables) => ({ ...tables, items: [] }));
    await store.update('items', ['items', '03-transfer', 'exercise/thaw'], () => ({
      lesson: '03-transfer',
      item: 'exercise/thaw',
      attempts: [],
      hints: 2,
      isSolutionSeen: false,
    }));
    await store.changeAll((tables) => undoChange(tables, reset));
    const items = await store.load('items');
    expect(items.map(({ item, hints }) => [item, hints])).toEqual([
      ['exercise/thaw', 2],
      ['quiz/freezing/why', 0],
    ]);
  });
});

describe('a large record', () => {
  const most = Number.MAX_SAFE_INTEGER;
  const cell: Records['cells'] = {
    lesson: 'a',
    cell: 'x',
    runs: most,
    at: 1,
    outcome: 'done',
    wasDone: true,
  };
  const item = sampleRecord.items[0];

  it.each([
    ['cells', ['cells', 'a', 'x'], { ...cell, runs: most + 1 }],
    ['learner', ['learner', '', ''], { name: 'Ana', lastRun: most + 1 }],
    ['learner', ['learner', '', ''], { name: 'n'.repeat(300), lastRun: 1 }],
    ['items', ['items', item?.lesson ?? '', item?.item ?? ''], { ...item, hints: most + 1 }],
    ['edits', key, edit('x'.repeat(10_000_001))],
  ] as const)('of the table %s is valid whatever the size of its counters and texts', async (table, at, record) => {
    const storage = createMemoryRecordStorage();
    await putRaw(storage, at, record);
    const store = createRecordStore(storage);
    expect(await store.load(table)).toEqual([record]);
    expect((await store.loadAll())[table]).toEqual([record]);
    expect(await store.loadQuarantine()).toEqual([]);
  });

  it('that was imported at the limits of a file can keep growing', async () => {
    const text = await writeRecordFile({
      at: 1,
      record: { ...emptyRecord, cells: [{ ...cell, runs: 1e9 }] },
    });
    const read = await readRecordFile(text);
    if (!read.ok) throw new Error(JSON.stringify(read.problem));
    const store = createRecordStore(createMemoryRecordStorage());
    await store.changeAll(() => read.value.record);
    const grown = await store.update('cells', ['cells', 'a', 'x'], (stored) => ({
      ...cell,
      runs: (stored?.runs ?? 0) + 1,
    }));
    expect(grown.runs).toBe(1e9 + 1);
    expect(await store.load('cells')).toEqual([grown]);
  });
});

it('stores refused attempts with the next one that succeeds, and reports the recovery', async () => {
  const storage = createMemoryRecordStorage();
  let isFull = true;
  const store = createRecordStore({
    ...storage,
    async transact(mode, act) {
      if (isFull && mode === 'readwrite') throw new DOMException('the device is full', 'QuotaExceededError');
      return storage.transact(mode, act);
    },
  });
  let recovered = 0;
  store.onRecovered(() => recovered++);
  const attempt = (at: number) =>
    store.update('items', ['items', 'l', 'exercise/e'], (stored) => ({
      lesson: 'l',
      item: 'exercise/e',
      attempts: [
        ...(stored?.attempts ?? []),
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
