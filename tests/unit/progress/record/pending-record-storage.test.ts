import { expect, it } from 'vitest';
import { mergePending } from '../../../../src/lessons-runtime/progress/record/merge-pending.ts';
import { createPendingRecordStorage } from '../../../../src/lessons-runtime/progress/record/pending-record-storage.ts';
import {
  createMemoryRecordStorage,
  type RecordStorage,
} from '../../../../src/lessons-runtime/progress/record/record-storage.ts';
import { createRecordStore } from '../../../../src/lessons-runtime/progress/record/record-store.ts';
import { readTables } from '../../../../src/lessons-runtime/progress/record/stored-tables.ts';

/** Creates a record whose database cannot be used until `state.isOpen`. */
function setUp() {
  const database = createMemoryRecordStorage();
  const state = { isOpen: false };
  const persistent: RecordStorage = {
    async transact(mode, act) {
      if (!state.isOpen) throw new DOMException('the device is full', 'QuotaExceededError');
      return database.transact(mode, act);
    },
    put: (key, value) => database.put(key, value),
  };
  const record = createRecordStore(createPendingRecordStorage(persistent, readTables, mergePending));
  const events: string[] = [];
  record.onRecovered(() => events.push('recovered'));
  record.onProblem(({ kind }) => events.push(kind));
  record.onChange((table, lesson) => events.push(`${table}/${lesson}`));
  return { record, stored: createRecordStore(database), state, events };
}

const edit = (source: string, cell = 'a') => ({ lesson: 'l', cell, source, at: 1 });
const item = (at: number) => ({
  lesson: 'l',
  item: 'exercise/e',
  attempts: [{ at, answer: '', verdict: 'correct', stage: 'checked', message: '' } as const],
  hints: 0,
  isSolutionSeen: false,
});

it('keeps writes in memory and moves all of them with the first write that succeeds', async () => {
  const { record, stored, state, events } = setUp();
  await record.put('edits', edit('first'));
  await record.put('items', item(1));
  expect(await record.load('edits')).toEqual([edit('first')]);
  expect(await stored.load('edits')).toEqual([]);
  state.isOpen = true;
  await record.put('edits', edit('second', 'b'));
  expect(await stored.load('edits')).toEqual([edit('first'), edit('second', 'b')]);
  expect(await stored.load('items')).toEqual([item(1)]);
  expect(events).toEqual(['recovered', 'edits/l', 'items/l', 'learner/']);
  await record.put('edits', edit('third'));
  expect((await stored.load('edits'))[0]).toEqual(edit('third'));
});

it('merges attempts, but leaves an edit that was already stored', async () => {
  const { record, stored, state, events } = setUp();
  await stored.put('edits', edit('yesterday'));
  await stored.put('items', item(1));
  await record.put('edits', edit('authored!'));
  await record.put('items', item(2));
  state.isOpen = true;
  await record.put('edits', edit('other', 'b'));
  expect(await record.load('edits')).toEqual([edit('yesterday'), edit('other', 'b')]);
  expect((await record.load('items'))[0]?.attempts.map(({ at }) => at)).toEqual([1, 2]);
  expect(events.at(-1)).toBe('older');
  expect(events).toContain('edits/l');
});
