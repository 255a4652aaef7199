import { type CellEvent, createFirstStepsTracker, type FirstStep } from '../../lesson/first-steps.ts';
import type { Outcome } from '../../protocol/worker-to-host.ts';
import { createAnnouncer } from '../dom/announcer.ts';
import { requireElement } from '../dom/read-page.ts';
import type { PanelWords } from '../words/panel-words.ts';

/** The list of first steps in lesson 0, whose items are checked off as the learner takes them. */
export interface FirstStepsList {
  /** Checks off the steps that a finished run completes. @returns the newly completed steps */
  showRun(cell: string, outcome: Outcome, isEdited: boolean): readonly FirstStep[];
  /** Checks off the steps that a reset of a cell completes. @returns the newly completed steps */
  showReset(cell: string): readonly FirstStep[];
  /** Checks off the steps taken in an earlier visit or in another tab. */
  recall(steps: readonly FirstStep[]): void;
}

/** Mounts the list. @returns `null` on a page without one */
export function mountFirstSteps(root: Document, words: PanelWords): FirstStepsList | null {
  const section = root.querySelector<HTMLElement>('[data-first-steps]');
  if (section === null) return null;
  const summary = requireElement(section, '[data-steps-said]');
  const announce = createAnnouncer(requireElement(section, '[data-steps-live]'));
  const watch = createFirstStepsTracker();

  function handle(event: CellEvent): readonly FirstStep[] {
    const completed = watch.note(event);
    checkOff(completed);
    // Steps of an earlier visit are not announced.
    if (completed.length > 0) announce(summary.textContent);
    return completed;
  }

  function checkOff(steps: readonly FirstStep[]): void {
    for (const step of steps) {
      const item = requireElement(section ?? root.body, `[data-step="${step}"]`);
      item.dataset['taken'] = '';
      requireElement(item, '[data-step-state]').textContent = words.stepDone;
    }
    if (steps.length === 0 || section === null) return;
    const all = section.querySelectorAll('[data-step]').length;
    const taken = section.querySelectorAll('[data-step][data-taken]').length;
    summary.textContent = words.stepsTaken(taken, all);
  }

  return {
    showRun: (cell, outcome, isEdited) => handle({ cell, kind: outcome, isEdited }),
    showReset: (cell) => handle({ cell, kind: 'reset', isEdited: false }),
    recall: (steps) => checkOff(watch.recall(steps)),
  };
}
