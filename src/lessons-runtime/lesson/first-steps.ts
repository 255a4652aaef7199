/** What there is to be able to do with a cell, in the order in which lesson 0 asks for it. */
export const firstSteps = ['run', 'edit', 'break', 'undo', 'stop', 'reset'] as const;
export type FirstStep = (typeof firstSteps)[number];

/** How a cell's run ended, or that its code was put back. */
export interface CellEvent {
  readonly cell: string;
  readonly kind: 'done' | 'failed' | 'stopped' | 'reset';
  /** Whether the cell's code is not the authored one. */
  readonly isEdited: boolean;
}

interface FirstStepsWatch {
  /** @returns the steps that were taken with this, and not before */
  note(event: CellEvent): readonly FirstStep[];
  /** Steps of an earlier visit. @returns those that were not known to be taken */
  recall(steps: readonly FirstStep[]): readonly FirstStep[];
}

/** Tells the steps from what happens to cells. `undo` is a broken cell that runs again, other than by `reset`. */
export function watchFirstSteps(): FirstStepsWatch {
  const taken = new Set<FirstStep>();
  const broken = new Set<string>();

  function stepsIn({ cell, kind, isEdited }: CellEvent): FirstStep[] {
    switch (kind) {
      case 'done': {
        const isMended = broken.delete(cell);
        return ['run', ...(isEdited ? ['edit' as const] : []), ...(isMended ? ['undo' as const] : [])];
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
    const fresh = steps.filter((step) => !taken.has(step));
    for (const step of fresh) taken.add(step);
    return fresh;
  }

  return { note: (event) => recall(stepsIn(event)), recall };
}
