import { describe, expect, it } from 'vitest';
import { type CellEvent, watchFirstSteps } from '../../../src/lessons-runtime/lesson/first-steps.ts';

const event = (kind: CellEvent['kind'], isEdited = false, cell = 'a'): CellEvent => ({
  cell,
  kind,
  isEdited,
});

describe('the first steps', () => {
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
  ])('$steps of $events', ({ events, steps }) => {
    const watch = watchFirstSteps();
    expect(events.flatMap((one) => watch.note(one))).toEqual(steps);
  });
});
