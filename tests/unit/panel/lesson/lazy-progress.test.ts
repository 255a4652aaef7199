import { IDBFactory } from 'fake-indexeddb';
import { afterEach, expect, it, vi } from 'vitest';
import type { ProgressKeeper } from '../../../../src/lessons-runtime/panel/lesson/keep-progress.ts';
import { createLazyProgress } from '../../../../src/lessons-runtime/panel/lesson/lazy-progress.ts';
import { createDeferred } from '../../../../src/lessons-runtime/shared/deferred.ts';

afterEach(() => vi.unstubAllGlobals());

/** A page that was never kept, or was; what is told to the keeper, and how often it was opened. */
async function begin(isKnown: boolean, isBroken = false) {
  const factory = new IDBFactory();
  vi.stubGlobal('indexedDB', factory);
  if (isKnown) await new Promise((opened) => Object.assign(factory.open('deshielo'), { onsuccess: opened }));
  const told: string[] = [];
  let opened = 0;
  const keeper: ProgressKeeper = { keepRun: (cell) => told.push(cell), keepStep: (step) => told.push(step) };
  const page = new EventTarget();
  const later = createLazyProgress(
    page as Document,
    async () => {
      opened++;
      if (isBroken) throw new Error('no connection');
      return keeper;
    },
    () => told.push('failed'),
  );
  await vi.waitFor(() => factory.databases());
  await new Promise((looked) => setTimeout(looked, 20));
  return { later, page, told, opened: () => opened };
}

it('comes at once where there is a record', async () => {
  const { later, told, opened } = await begin(true);
  expect(opened()).toBe(1);
  later.afterRun(({ keepRun }) => keepRun('a', 1, 'done'));
  await vi.waitFor(() => expect(told).toEqual(['a']));
  expect(opened()).toBe(1);
});

it('comes on a first visit with what is done after a first run, and is told of the run once', async () => {
  const { later, page, told, opened } = await begin(false);
  later.afterRun(({ keepRun }) => keepRun('a', 1, 'done'));
  later.afterRun(({ keepStep }) => keepStep('run'));
  expect(opened()).toBe(0);
  page.dispatchEvent(new Event('pointermove'));
  await vi.waitFor(() => expect(told).toEqual(['a', 'run']));
  page.dispatchEvent(new Event('keydown'));
  await new Promise((settled) => setTimeout(settled, 20));
  expect([opened(), told]).toEqual([1, ['a', 'run']]);
});

it('comes with the first edit', async () => {
  const { later, opened } = await begin(false);
  later.keep();
  expect(opened()).toBe(1);
});

it('says that it could not come, and tries again', async () => {
  const { later, told, opened } = await begin(false, true);
  later.keep();
  await vi.waitFor(() => expect(told).toEqual(['failed']));
  later.keep();
  await vi.waitFor(() => expect(opened()).toBe(2));
});

it('comes with the first thing that another tab keeps', async () => {
  const { opened } = await begin(false);
  const other = new BroadcastChannel('deshielo:record');
  other.postMessage({ table: 'edits', lesson: 'l' });
  await vi.waitFor(() => expect(opened()).toBe(1));
  other.close();
});

it('lets a run wait for what is kept, and for nothing where there is none', async () => {
  const fresh = await begin(false);
  await fresh.later.restored();
  expect(fresh.opened()).toBe(0);
  const factory = new IDBFactory();
  vi.stubGlobal('indexedDB', factory);
  await new Promise((opened) => Object.assign(factory.open('deshielo'), { onsuccess: opened }));
  const opening = createDeferred<ProgressKeeper>();
  const later = createLazyProgress(
    new EventTarget() as Document,
    () => opening.promise,
    () => {},
  );
  let isRestored = false;
  const restored = later.restored().then(() => {
    isRestored = true;
  });
  await new Promise((looked) => setTimeout(looked, 20));
  expect(isRestored).toBe(false);
  opening.resolve({ keepRun: () => {}, keepStep: () => {} });
  await restored;
});
