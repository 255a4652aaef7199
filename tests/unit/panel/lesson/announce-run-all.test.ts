import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { CellStatus } from '../../../../src/lessons-runtime/host/cell-state.ts';
import type { CellView } from '../../../../src/lessons-runtime/panel/cell/cell-view.ts';
import { announceRunAll } from '../../../../src/lessons-runtime/panel/lesson/announce-run-all.ts';
import { createDeferred } from '../../../../src/lessons-runtime/shared/deferred.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A run of cells `a`, `b`, `c`, whose statuses a test sets. */
function begin(language: 'es' | 'en') {
  const status: Record<string, CellStatus> = { a: 'running', b: 'queued', c: 'queued' };
  const cells = Object.keys(status).map(
    (id) =>
      ({
        name: `Cell ${id}`,
        get status() {
          return status[id];
        },
      }) as CellView,
  );
  const said: string[] = [];
  const { promise, resolve } = createDeferred<void>();
  const told = announceRunAll(promise, cells, language, (text) => said.push(text));
  return {
    said,
    set: (now: Readonly<Record<string, CellStatus>>) => Object.assign(status, now),
    async end(now: Readonly<Record<string, CellStatus>>) {
      Object.assign(status, now);
      resolve();
      await told;
    },
  };
}

it('says that it began and ended, and names a cell that takes long, once', async () => {
  const run = begin('en');
  vi.advanceTimersByTime(25_000);
  run.set({ a: 'done', b: 'running' });
  vi.advanceTimersByTime(3000);
  run.set({ b: 'done', c: 'running' });
  vi.advanceTimersByTime(12_000);
  await run.end({ c: 'done' });
  vi.advanceTimersByTime(60_000);
  expect(run.said).toEqual([
    'Running all 3 cells…',
    'At 1 of 3: Cell a',
    'At 3 of 3: Cell c',
    'All 3 cells done.',
  ]);
});

it.each([
  [{ a: 'done', b: 'failed', c: 'idle' }, 'Cell b: Error. Las siguientes no se han ejecutado.'],
  [{ a: 'done', b: 'stopped', c: 'stopped' }, 'Cell b: Detenida. Las siguientes no se han ejecutado.'],
  [{ a: 'done', b: 'done', c: 'failed' }, 'Cell c: Error.'],
] as const)('says which cell ended it early', async (ended, text) => {
  const run = begin('es');
  await run.end(ended);
  expect(run.said).toEqual(['Ejecutando las 3 celdas…', text]);
});

it('leaves it to the bar to say why nothing ran', async () => {
  const run = begin('es');
  await run.end({ a: 'idle', b: 'idle', c: 'idle' });
  expect(run.said).toEqual(['Ejecutando las 3 celdas…']);
});
