import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  type KeptRun,
  openOutputStore,
  runsToEmpty,
} from '../../../../src/lessons-runtime/progress/blobs/output-store.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const run = (lesson: string, cell: string, at: number, size = 10): KeptRun => ({
  lesson,
  cell,
  at,
  size,
  milliseconds: 5,
  facts: { code: 'x' },
  outputs: [{ kind: 'image', pixels: new Uint8Array([1, 2]).buffer }],
});
const cellsOf = (runs: readonly KeptRun[]) => runs.map(({ cell, outputs }) => [cell, outputs.length]);

describe('kept outputs', () => {
  it('are stored by lesson, the last run of each cell, with their pixels', async () => {
    const store = openOutputStore();
    await store.put(run('a', 'x', 1));
    await store.put(run('b', 'x', 2));
    await store.put(run('a', 'x', 3));
    expect(await openOutputStore().load('a')).toEqual([run('a', 'x', 3)]);
    expect(await store.load('c')).toEqual([]);
  });

  it('are limited by lesson and in all; the oldest are emptied, and what they depend on stays', async () => {
    const store = openOutputStore({ lessonBytes: 25, allBytes: 45 });
    for (const [at, cell] of ['x', 'y', 'z'].entries()) await store.put(run('a', cell, at));
    expect(cellsOf(await store.load('a'))).toEqual([
      ['x', 0],
      ['y', 1],
      ['z', 1],
    ]);
    expect((await store.load('a'))[0]?.facts).toEqual({ code: 'x' });
    await store.put(run('b', 'x', 10));
    await store.put(run('b', 'y', 11));
    await store.put(run('c', 'x', 12));
    expect(cellsOf(await store.load('a'))).toEqual([
      ['x', 0],
      ['y', 0],
      ['z', 1],
    ]);
  });

  it('are removed by cell, by lesson and all together, and can be put back', async () => {
    const store = openOutputStore();
    const runs = [run('a', 'x', 1), run('a', 'y', 2), run('b', 'x', 3)];
    for (const each of runs) await store.put(each);
    expect(cellsOf(await store.remove({ lesson: 'a', cell: 'x' }))).toEqual([['x', 1]]);
    expect(cellsOf(await store.load('a'))).toEqual([['y', 1]]);
    const removed = await store.remove({});
    expect(removed).toHaveLength(2);
    expect([...(await store.load('a')), ...(await store.load('b'))]).toEqual([]);
    for (const each of removed) await store.put(each);
    expect(await store.load('b')).toEqual([run('b', 'x', 3)]);
  });

  it('that are damaged are left out, and removed with all others', async () => {
    const store = openOutputStore();
    await store.put(run('a', 'x', 1));
    const database = await openDB('deshielo-outputs');
    await database.put('runs', { lesson: 'a', cell: 'broken', at: 'yesterday' });
    await database.put('runs', { ...run('a', 'y', 2), outputs: undefined });
    await database.put('outputs', 'no list', ['a', 'y']);
    expect(cellsOf(await store.load('a'))).toEqual([
      ['x', 1],
      ['y', 0],
    ]);
    await store.remove({});
    expect(await database.count('runs')).toBe(0);
    expect(await database.count('outputs')).toBe(0);
    database.close();
  });
});

describe('runsToEmpty', () => {
  it('chooses the oldest runs beyond a limit', () => {
    const runs = [run('a', 'x', 3), run('a', 'y', 1), run('b', 'x', 2), run('b', 'y', 0, 0)];
    const cells = (lessonBytes: number, allBytes: number) =>
      runsToEmpty(runs, { lessonBytes, allBytes }).map(({ lesson, cell }) => lesson + cell);
    expect(cells(100, 100)).toEqual([]);
    expect(cells(10, 100)).toEqual(['ay']);
    expect(cells(100, 20)).toEqual(['ay']);
    expect(cells(100, 5)).toEqual(['ax', 'bx', 'ay']);
  });
});
