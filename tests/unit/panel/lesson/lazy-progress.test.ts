import { IDBFactory } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { idleCell } from '../../../../src/lessons-runtime/host/cell-state.ts';
import { createLazyProgress } from '../../../../src/lessons-runtime/panel/lesson/lazy-progress.ts';
import type { ProgressRecorder } from '../../../../src/lessons-runtime/panel/lesson/progress-recorder.ts';
import { createDeferred } from '../../../../src/lessons-runtime/shared/deferred.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function stubIndexedDb(hasRecord: boolean): Promise<IDBFactory> {
  const factory = new IDBFactory();
  vi.stubGlobal('indexedDB', factory);
  if (hasRecord) {
    await new Promise((opened) => Object.assign(factory.open('deshielo'), { onsuccess: opened }));
  }
  return factory;
}

/** Creates the progress of a page, with or without an earlier record. `recorded` also gets `'failed'` for a failure. */
async function createProgress(hasRecord: boolean, isFailing = false) {
  const factory = await stubIndexedDb(hasRecord);
  const recorded: string[] = [];
  let openCount = 0;
  const recorder: ProgressRecorder = {
    recordRun: (cell) => recorded.push(cell),
    recordStep: (step) => recorded.push(step),
    endWorker: () => recorded.push('ended'),
    asksBeforeRun: async () => false,
  };
  const page = new EventTarget();
  const progress = createLazyProgress(
    page as Document,
    async () => {
      openCount++;
      if (isFailing) throw new Error('no connection');
      return recorder;
    },
    () => recorded.push('failed'),
  );
  await vi.waitFor(() => factory.databases());
  await new Promise((settled) => setTimeout(settled, 20));
  return { progress, page, recorded, openCount: () => openCount };
}

describe('the recorder', () => {
  it('is opened at once if there is a record', async () => {
    const { progress, recorded, openCount } = await createProgress(true);
    expect(openCount()).toBe(1);
    progress.afterRun(({ recordRun }) => recordRun('a', 'done', idleCell, []));
    await vi.waitFor(() => expect(recorded).toEqual(['a']));
    expect(openCount()).toBe(1);
  });

  it('is opened at the first interaction after a first run, and records that run once', async () => {
    const { progress, page, recorded, openCount } = await createProgress(false);
    progress.afterRun(({ recordRun }) => recordRun('a', 'done', idleCell, []));
    progress.afterRun(({ recordStep }) => recordStep('run'));
    expect(openCount()).toBe(0);
    page.dispatchEvent(new Event('pointermove'));
    await vi.waitFor(() => expect(recorded).toEqual(['a', 'run']));
    page.dispatchEvent(new Event('keydown'));
    await new Promise((settled) => setTimeout(settled, 20));
    expect([openCount(), recorded]).toEqual([1, ['a', 'run']]);
  });

  it('is opened on request', async () => {
    const { progress, openCount } = await createProgress(false);
    void progress.open();
    expect(openCount()).toBe(1);
  });

  it('reports that it could not be opened, and tries again on the next request', async () => {
    const { progress, recorded, openCount } = await createProgress(false, true);
    void progress.open();
    await vi.waitFor(() => expect(recorded).toEqual(['failed']));
    void progress.open();
    await vi.waitFor(() => expect(openCount()).toBe(2));
  });

  it('is opened when another tab stores something', async () => {
    const { openCount } = await createProgress(false);
    const other = new BroadcastChannel('deshielo:record');
    other.postMessage({ table: 'edits', lesson: 'l' });
    await vi.waitFor(() => expect(openCount()).toBe(1));
    other.close();
  });
});

describe('whenRestored', () => {
  it('does not wait if there is no record', async () => {
    const { progress, openCount } = await createProgress(false);
    await progress.whenRestored();
    expect(openCount()).toBe(0);
  });

  it('waits until the record has been restored', async () => {
    await stubIndexedDb(true);
    const opening = createDeferred<ProgressRecorder>();
    const progress = createLazyProgress(
      new EventTarget() as Document,
      () => opening.promise,
      () => {},
    );
    let isRestored = false;
    const restored = progress.whenRestored().then(() => {
      isRestored = true;
    });
    await new Promise((settled) => setTimeout(settled, 20));
    expect(isRestored).toBe(false);
    opening.resolve({
      recordRun: () => {},
      recordStep: () => {},
      endWorker: () => {},
      asksBeforeRun: async () => false,
    });
    await restored;
  });

  it('stops waiting after 15 s', async () => {
    vi.stubGlobal('indexedDB', { databases: async () => [{ name: 'deshielo' }] });
    vi.useFakeTimers();
    const progress = createLazyProgress(
      new EventTarget() as Document,
      () => createDeferred<ProgressRecorder>().promise,
      () => {},
    );
    const restored = progress.whenRestored();
    await vi.advanceTimersByTimeAsync(15_000);
    await restored;
  });

  it('leaves no timer running', async () => {
    vi.stubGlobal('indexedDB', { databases: async () => [] });
    vi.useFakeTimers();
    const progress = createLazyProgress(
      new EventTarget() as Document,
      () => createDeferred<ProgressRecorder>().promise,
      () => {},
    );
    await progress.whenRestored();
    expect(vi.getTimerCount()).toBe(0);
  });
});
