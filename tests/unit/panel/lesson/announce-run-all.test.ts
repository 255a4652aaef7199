import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { CellStatus } from '../../../../src/lessons-runtime/host/cell-state.ts';
import type { CellView } from '../../../../src/lessons-runtime/panel/cell/cell-view.ts';
import { announceRunAll } from '../../../../src/lessons-runtime/panel/lesson/announce-run-all.ts';
import { createDeferred } from '../../../../src/lessons-runtime/shared/deferred.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Starts a run of the cells `a`, `b` and `c`; tests set their statuses. */
function startRun(language: 'es' | 'en') {
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
  const announced: string[] = [];
  const { promise, resolve } = createDeferred<void>();
  const finished = announceRunAll(promise, cells, language, (text) => announced.push(text));
  return {
    announced,
    set: (statuses: Readonly<Record<string, CellStatus>>) => Object.assign(status, statuses),
    async end(statuses: Readonly<Record<string, CellStatus>>) {
      Object.assign(status, statuses);
      resolve();
      await finished;
    },
  };
}

it('announces start and end, and once each cell that runs for long', async () => {
  const run = startRun('en');
  vi.advanceTimersByTime(25_000);
  run.set({ a: 'done', b: 'running' });
  vi.advanceTimersByTime(3000);
  run.set({ b: 'done', c: 'running' });
  vi.advanceTimersByTime(12_000);
  await run.end({ c: 'done' });
  vi.advanceTimersByTime(60_000);
  expect(run.announced).toEqual([
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
] as const)('announces the cell that ended the run early: %j', async (statuses, text) => {
  const run = startRun('es');
  await run.end(statuses);
  expect(run.announced).toEqual(['Ejecutando las 3 celdas…', text]);
});

it('does not announce an end if no cell ran', async () => {
  const run = startRun('es');
  await run.end({ a: 'idle', b: 'idle', c: 'idle' });
  expect(run.announced).toEqual(['Ejecutando las 3 celdas…']);
});
