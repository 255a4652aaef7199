import { expect, it } from 'vitest';
import { createPendingRecordStorage } from '../../../../src/lessons-runtime/progress/record/pending-record-storage.ts';
import {
  createMemoryRecordStorage,
  type RecordStorage,
} from '../../../../src/lessons-runtime/progress/record/record-storage.ts';
import {
  createRecordStore,
  joinHeld,
  readWhole,
} from '../../../../src/lessons-runtime/progress/record/record-store.ts';

/** A record on a device that cannot open its database until `state.isOpen`. */
function begin() {
  const database = createMemoryRecordStorage();
  const state = { isOpen: false };
  const lasting: RecordStorage = {
    async transact(mode, act) {
      if (!state.isOpen) throw new DOMException('there is no room', 'QuotaExceededError');
      return database.transact(mode, act);
    },
    put: (key, value) => database.put(key, value),
  };
  const record = createRecordStore(createPendingRecordStorage(lasting, readWhole, joinHeld));
  const told: string[] = [];
  record.onRecovered(() => told.push('recovered'));
  record.onTrouble(({ kind }) => told.push(kind));
  record.onChange((table, lesson) => told.push(`${table}/${lesson}`));
  return { record, lasting: createRecordStore(database), state, told };
}

const edit = (source: string, cell = 'a') => ({ lesson: 'l', cell, source, at: 1 });
const item = (at: number) => ({
  lesson: 'l',
  item: 'exercise/e',
  attempts: [{ at, answer: '', verdict: 'correct', stage: 'checked', message: '' } as const],
  hints: 0,
  isSolutionSeen: false,
});

it('holds what is written, and moves all of it with the first write that finds room', async () => {
  const { record, lasting, state, told } = begin();
  await record.put('edits', edit('first'));
  await record.put('items', item(1));
  expect(await record.load('edits')).toEqual([edit('first')]);
  expect(await lasting.load('edits')).toEqual([]);
  state.isOpen = true;
  await record.put('edits', edit('second', 'b'));
  expect(await lasting.load('edits')).toEqual([edit('first'), edit('second', 'b')]);
  expect(await lasting.load('items')).toEqual([item(1)]);
  expect(told).toEqual(['recovered', 'edits/l', 'items/l', 'learner/']);
  await record.put('edits', edit('third'));
  expect((await lasting.load('edits'))[0]).toEqual(edit('third'));
});

it('puts attempts together, and leaves a text that was kept', async () => {
  const { record, lasting, state, told } = begin();
  await lasting.put('edits', edit('yesterday'));
  await lasting.put('items', item(1));
  await record.put('edits', edit('authored!'));
  await record.put('items', item(2));
  state.isOpen = true;
  await record.put('edits', edit('other', 'b'));
  expect(await record.load('edits')).toEqual([edit('yesterday'), edit('other', 'b')]);
  expect((await record.load('items'))[0]?.attempts.map(({ at }) => at)).toEqual([1, 2]);
  expect(told.at(-1)).toBe('older');
  expect(told).toContain('edits/l');
});
