import { describe, expect, it } from 'vitest';
import type { CellView } from '../../../../src/lessons-runtime/panel/cell/cell-view.ts';
import { createCellRunner } from '../../../../src/lessons-runtime/panel/lesson/cell-runner.ts';
import type { LazyEngine } from '../../../../src/lessons-runtime/panel/lesson/lazy-engine.ts';
import type { ProgressRecorder } from '../../../../src/lessons-runtime/panel/lesson/progress-recorder.ts';

/** Creates the runner of a page with the cell `a`. @param asks whether the page asks before it runs */
function createRunner(asks: boolean | null) {
  const events: string[] = [];
  const view = {
    code: { source: () => 'code' },
    showPending: () => events.push('queued'),
    showIdle: () => events.push('idle'),
  };
  const session = {
    run: async (cells: readonly { readonly cell: string }[]) =>
      void events.push(`run ${cells.map(({ cell }) => cell)}`),
  };
  let answer = () => {};
  const recorder = {
    async asksBeforeRun(_cell: string, onStart: () => void) {
      answer = onStart;
      return asks === true;
    },
  };
  const runner = createCellRunner(
    { start: async () => ({ session }), current: () => null } as unknown as LazyEngine,
    { whenRestored: async () => (asks === null ? null : (recorder as unknown as ProgressRecorder)) },
    new Map([['a', view as unknown as CellView]]),
  );
  return { runner, events, answer: () => answer(), onStart: () => void events.push('start') };
}

describe('Run', () => {
  it.each([false, null])('runs a cell that needs no other (%s)', async (asks) => {
    const { runner, events, onStart } = createRunner(asks);
    await runner.runOrAsk('a', onStart);
    expect(events).toEqual(['queued', 'start', 'run a']);
  });

  it('runs nothing while the page asks, and starts with the answer', async () => {
    const { runner, events, answer, onStart } = createRunner(true);
    await runner.runOrAsk('a', onStart);
    expect(events).toEqual(['queued', 'idle']);
    answer();
    expect(events).toEqual(['queued', 'idle', 'start']);
  });

  it('does not ask if several cells run', async () => {
    const { runner, events } = createRunner(true);
    await runner.run(['a']);
    expect(events).toEqual(['queued', 'run a']);
  });
});
