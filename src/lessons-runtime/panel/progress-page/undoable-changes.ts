import type { RecordStore } from '../../progress/record/record-store.ts';
import type { WholeRecord } from '../../progress/record/record-types.ts';
import { undoChange, type WholeChange } from '../../progress/record/whole-change.ts';
import type { Announcements } from './announcements.ts';

/** Changes everything at once, says what was done, and offers the way back; `undone` says what that brings back. */
export type Change = (
  make: (whole: WholeRecord) => WholeRecord,
  said: string,
  undone: string,
) => Promise<void>;

/**
 * Changes of the whole record, each with its way back: Undo goes back step by step, the last change first.
 * @param refresh shows the record as it then is
 */
export function createUndoableChanges(
  store: RecordStore,
  announcements: Announcements,
  refresh: () => Promise<void>,
): Change {
  const steps: { readonly change: WholeChange; readonly undone: string }[] = [];

  async function undo(): Promise<void> {
    const step = steps.at(-1);
    if (step === undefined) return;
    try {
      await store.changeAll((whole) => undoChange(whole, step.change));
    } catch {
      // Told by the store; the step can be tried again.
      return;
    }
    steps.pop();
    await refresh();
    announcements.say(step.undone);
    announcements.offerUndo(steps.length > 0 ? undo : null);
  }

  return async (make, said, undone) => {
    try {
      steps.push({ change: await store.changeAll(make), undone });
    } catch {
      // Told by the store.
      return;
    }
    await refresh();
    announcements.say(said);
    announcements.offerUndo(undo);
  };
}
