import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createUndoableChanges } from '../../../../src/lessons-runtime/panel/progress-page/undoable-changes.ts';
import { openChosenPhotoStore } from '../../../../src/lessons-runtime/progress/blobs/chosen-photo-store.ts';
import type { KeptRun } from '../../../../src/lessons-runtime/progress/blobs/output-store.ts';
import { createMemoryRecordStorage } from '../../../../src/lessons-runtime/progress/record/record-storage.ts';
import { createRecordStore } from '../../../../src/lessons-runtime/progress/record/record-store.ts';
import { runsOfParts, withoutParts } from '../../../../src/lessons-runtime/progress/record/without-parts.ts';
import { createMemoryOutputStore } from '../../../support/memory-output-store.ts';

const run = (lesson: string, cell: string): KeptRun => ({
  lesson,
  cell,
  at: 1,
  size: 1,
  milliseconds: 1,
  facts: null,
  outputs: [],
});

async function open() {
  const store = createRecordStore(createMemoryRecordStorage());
  const outputs = createMemoryOutputStore();
  const photos = openChosenPhotoStore();
  for (const lesson of ['a', 'b']) await photos.put(lesson, { kind: 'gallery', id: 'macaw' });
  for (const [lesson, cell] of [
    ['a', 'x'],
    ['a', 'exercise-y'],
    ['b', 'x'],
  ] as const) {
    await store.put('edits', { lesson, cell, source: '1', at: 1 });
    await outputs.put(run(lesson, cell));
  }
  let undo: (() => Promise<void>) | null = null;
  const announcements = {
    announce: () => {},
    offerUndo: (next: (() => Promise<void>) | null) => {
      undo = next;
    },
  };
  const change = createUndoableChanges(store, { outputs, photos }, announcements, async () => {});
  const erase = (parts: Parameters<typeof withoutParts>[1]) =>
    change((record) => withoutParts(record, parts), 'erased', 'undone', runsOfParts(parts));
  const kept = async () => {
    const all = [...(await outputs.load('a')), ...(await outputs.load('b'))];
    return all.map(({ lesson, cell }) => `${lesson}/${cell}`).sort();
  };
  const lessonsWithPhoto = async () => {
    const loaded = await Promise.all(['a', 'b'].map(async (id) => ((await photos.load(id)) ? [id] : [])));
    return loaded.flat();
  };
  return { change, erase, kept, lessonsWithPhoto, undo: async () => undo?.() };
}

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(() => vi.unstubAllGlobals());

describe('erasing progress', () => {
  it.each([
    [{ kind: 'everything' }, []],
    [{ kind: 'lesson', lesson: 'a' }, ['b']],
    [{ kind: 'cells', lesson: 'a', id: 'x' }, ['a', 'b']],
  ] as const)('erases the photos chosen for %j too, and undoing brings them back', async (parts, rest) => {
    const { erase, lessonsWithPhoto, undo } = await open();
    await erase(parts);
    expect(await lessonsWithPhoto()).toEqual(rest);
    await undo();
    expect(await lessonsWithPhoto()).toEqual(['a', 'b']);
  });

  it.each([
    [{ kind: 'everything' }, []],
    [{ kind: 'lesson', lesson: 'a' }, ['b/x']],
    [{ kind: 'cells', lesson: 'a', id: 'x' }, ['a/exercise-y', 'b/x']],
    [{ kind: 'exercises', lesson: 'a', id: 'exercise/y' }, ['a/x', 'b/x']],
    [{ kind: 'questions', lesson: 'a', id: 'quiz/q/x' }, ['a/exercise-y', 'a/x', 'b/x']],
  ] as const)('erases the outputs kept for %j too, and undoing brings them back', async (parts, rest) => {
    const { erase, kept, undo } = await open();
    await erase(parts);
    expect(await kept()).toEqual(rest);
    await undo();
    expect(await kept()).toEqual(['a/exercise-y', 'a/x', 'b/x']);
  });

  it('leaves the outputs alone when a file is imported', async () => {
    const { change, kept } = await open();
    await change((record) => ({ ...record, steps: [] }), 'imported', 'undone');
    expect(await kept()).toHaveLength(3);
  });
});
