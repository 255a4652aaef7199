import { expect, it } from 'vitest';
import { createRunsStore, runLimit } from '../../../../src/lessons-runtime/progress/record/runs-store.ts';
import { createRun } from '../../../support/logged-runs.ts';
import { createMemoryRecord } from '../../../support/memory-record.ts';

it('numbers runs over all lessons and returns those of a lesson newest first', async () => {
  const store = createRunsStore(createMemoryRecord());
  const { number: first } = await store.add(createRun({ lesson: 'a' }));
  await store.add(createRun({ lesson: 'b' }));
  const third = await store.add(createRun({ lesson: 'a', cell: 'tuning' }));
  expect([first, third.number]).toEqual([1, 3]);
  expect((await store.load('a')).map(({ number }) => number)).toEqual([3, 1]);
  expect(await store.load('none')).toEqual([]);
});

it('saves a note, removes a run, and restores it at its position', async () => {
  const store = createRunsStore(createMemoryRecord());
  const run = await store.add(createRun());
  await store.add(createRun());
  await store.save({ ...run, note: 'too fast' });
  const [, noted] = await store.load(run.lesson);
  expect(noted?.note).toBe('too fast');
  await store.remove(run);
  expect((await store.load(run.lesson)).map(({ number }) => number)).toEqual([2]);
  await store.save({ ...run, note: 'too fast' });
  expect((await store.load(run.lesson)).map(({ number }) => number)).toEqual([2, 1]);
  await store.remove(run);
  expect((await store.add(createRun())).number).toBe(3);
});

it('keeps the newest two hundred runs of a lesson and does not affect other lessons', async () => {
  const store = createRunsStore(createMemoryRecord());
  await store.add(createRun({ lesson: 'other' }));
  for (let n = 0; n < runLimit + 3; n++) await store.add(createRun());
  const runs = await store.load('03-transfer');
  expect(runs).toHaveLength(runLimit);
  expect(runs[0]?.number).toBe(runLimit + 4);
  expect(await store.load('other')).toHaveLength(1);
});
