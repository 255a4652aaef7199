import { expect, it } from 'vitest';
import { createItemsStore } from '../../../../src/lessons-runtime/progress/record/items-store.ts';
import { createMemoryRecord } from '../../../support/memory-record.ts';

it('stores, loads and removes items by lesson', async () => {
  const store = createItemsStore(createMemoryRecord());
  const attempt = { at: 1, answer: '"a"', verdict: 'incorrect', stage: 'checked', message: 'other' } as const;
  await store.update('03-transfer', 'quiz/freezing/why', (record) => ({
    ...record,
    attempts: [...record.attempts, attempt],
  }));
  const second = await store.update('03-transfer', 'quiz/freezing/why', (record) => ({
    ...record,
    attempts: [...record.attempts, { ...attempt, at: 2, verdict: 'correct' }],
  }));
  expect(second.attempts.map(({ at }) => at)).toEqual([1, 2]);
  await store.update('04-finetuning', 'exercise/thaw', (record) => ({ ...record, hints: record.hints + 1 }));
  expect(await store.load('03-transfer')).toEqual([second]);
  expect(await store.load()).toHaveLength(2);
  await store.remove('03-transfer', 'quiz/freezing/why');
  expect(await store.load('03-transfer')).toEqual([]);
});
