import { describe, expect, it } from 'vitest';
import { type CellEvent, createFirstStepsTracker } from '../../../src/lessons-runtime/lesson/first-steps.ts';

const event = (kind: CellEvent['kind'], isEdited = false, cell = 'a'): CellEvent => ({
  cell,
  kind,
  isEdited,
});

describe('createFirstStepsTracker', () => {
  it.each([
    { events: [event('done')], steps: ['run'] },
    { events: [event('done', true)], steps: ['run', 'edit'] },
    { events: [event('done'), event('done')], steps: ['run'] },
    { events: [event('failed')], steps: [] },
    { events: [event('failed', true)], steps: ['break'] },
    { events: [event('failed', true), event('done')], steps: ['break', 'run', 'undo'] },
    { events: [event('failed', true), event('done', true)], steps: ['break', 'run', 'edit', 'undo'] },
    { events: [event('failed', true), event('done', false, 'b')], steps: ['break', 'run'] },
    { events: [event('failed', true), event('reset'), event('done')], steps: ['break', 'reset', 'run'] },
    { events: [event('stopped')], steps: ['stop'] },
  ])('completes $steps after $events', ({ events, steps }) => {
    const tracker = createFirstStepsTracker();
    expect(events.flatMap((one) => tracker.note(one))).toEqual(steps);
  });
});
