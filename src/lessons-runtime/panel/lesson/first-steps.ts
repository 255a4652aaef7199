import type { CellStatus } from '../../host/cell-state.ts';
import { type CellEvent, createFirstStepsTracker, type FirstStep } from '../../lesson/first-steps.ts';
import { createAnnouncer } from '../dom/announcer.ts';
import { requireElement } from '../dom/read-page.ts';
import type { PanelWords } from '../words/panel-words.ts';

/** The list of lesson 0 that ticks itself off. */
export interface FirstStepsList {
  /**
   * @param status of the cell's run, of which each end is counted once
   * @returns the steps that are taken now, as of `showReset`
   */
  showRun(cell: string, run: number, status: CellStatus, isEdited: boolean): readonly FirstStep[];
  showReset(cell: string): readonly FirstStep[];
  /** Ticks off what was taken in an earlier visit, or in another tab. */
  recall(steps: readonly FirstStep[]): void;
}

/** @returns `null` on a page without the list */
export function mountFirstSteps(root: Document, words: PanelWords): FirstStepsList | null {
  const section = root.querySelector<HTMLElement>('[data-first-steps]');
  if (section === null) return null;
  const said = requireElement(section, '[data-steps-said]');
  const announce = createAnnouncer(requireElement(section, '[data-steps-live]'));
  const watch = createFirstStepsTracker();
  const ended = new Map<string, number>();

  function note(event: CellEvent): readonly FirstStep[] {
    const fresh = watch.note(event);
    tick(fresh);
    // Steps of an earlier visit are no news.
    if (fresh.length > 0) announce(said.textContent);
    return fresh;
  }

  function tick(fresh: readonly FirstStep[]): void {
    for (const step of fresh) {
      const item = requireElement(section ?? root.body, `[data-step="${step}"]`);
      item.dataset['taken'] = '';
      requireElement(item, '[data-step-state]').textContent = words.stepDone;
    }
    if (fresh.length === 0 || section === null) return;
    const all = section.querySelectorAll('[data-step]').length;
    const taken = section.querySelectorAll('[data-step][data-taken]').length;
    said.textContent = words.stepsTaken(taken, all);
  }

  return {
    showRun(cell, run, status, isEdited) {
      if (status !== 'done' && status !== 'failed' && status !== 'stopped') return [];
      if (ended.get(cell) === run) return [];
      ended.set(cell, run);
      return note({ cell, kind: status, isEdited });
    },
    showReset: (cell) => note({ cell, kind: 'reset', isEdited: false }),
    recall: (steps) => tick(watch.recall(steps)),
  };
}
