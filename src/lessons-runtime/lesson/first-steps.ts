/** The first steps that lesson 0 teaches, in its order. They are stored. */
export const firstSteps = ['run', 'edit', 'break', 'undo', 'stop', 'reset'] as const;
export type FirstStep = (typeof firstSteps)[number];

/** The end of a cell's run, or the reset of its code. */
export interface CellEvent {
  readonly cell: string;
  readonly kind: 'done' | 'failed' | 'stopped' | 'reset';
  /** Whether the cell's code differs from the authored code. */
  readonly isEdited: boolean;
}

interface FirstStepsTracker {
  /** Processes an event. @returns the steps that it completes for the first time */
  note(event: CellEvent): readonly FirstStep[];
  /** Adds the completed steps of earlier visits. @returns those that were not completed yet */
  recall(steps: readonly FirstStep[]): readonly FirstStep[];
}

/**
 * Creates a tracker that derives completed steps from the events of cells. `break` is an edited cell that fails; `undo` is a
 * broken cell that completes without having been reset.
 */
export function createFirstStepsTracker(): FirstStepsTracker {
  const completed = new Set<FirstStep>();
  const broken = new Set<string>();

  function stepsIn({ cell, kind, isEdited }: CellEvent): FirstStep[] {
    switch (kind) {
      case 'done': {
        const isRepaired = broken.delete(cell);
        return ['run', ...(isEdited ? ['edit' as const] : []), ...(isRepaired ? ['undo' as const] : [])];
      }
      case 'failed':
        if (!isEdited) return [];
        broken.add(cell);
        return ['break'];
      case 'stopped':
        return ['stop'];
      case 'reset':
        broken.delete(cell);
        return ['reset'];
    }
  }

  function recall(steps: readonly FirstStep[]): readonly FirstStep[] {
    const added = steps.filter((step) => !completed.has(step));
    for (const step of added) completed.add(step);
    return added;
  }

  return { note: (event) => recall(stepsIn(event)), recall };
}
