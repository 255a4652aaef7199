import { type RecordChange, undoChange } from '../../progress/record/record-change.ts';
import type { RecordStore } from '../../progress/record/record-store.ts';
import type { RecordTables } from '../../progress/record/record-types.ts';
import type { Announcements } from './announcements.ts';

/**
 * Changes the record in one transaction, announces `doneText` and offers to undo the change. Undoing it announces `undoneText`.
 */
export type UndoableChange = (
  change: (record: RecordTables) => RecordTables,
  doneText: string,
  undoneText: string,
) => Promise<void>;

/**
 * Creates the function that makes undoable changes of the record. Undo reverts them one by one, the last change first.
 * @param refresh shows the record after each change
 */
export function createUndoableChanges(
  store: RecordStore,
  announcements: Announcements,
  refresh: () => Promise<void>,
): UndoableChange {
  const steps: { readonly change: RecordChange; readonly undoneText: string }[] = [];

  async function undo(): Promise<void> {
    const step = steps.at(-1);
    if (step === undefined) return;
    try {
      await store.changeAll((record) => undoChange(record, step.change));
    } catch {
      // The store reports the failure; the step can be retried.
      return;
    }
    steps.pop();
    await refresh();
    announcements.announce(step.undoneText);
    announcements.offerUndo(steps.length > 0 ? undo : null);
  }

  return async (change, doneText, undoneText) => {
    try {
      steps.push({ change: await store.changeAll(change), undoneText });
    } catch {
      // The store reports the failure.
      return;
    }
    await refresh();
    announcements.announce(doneText);
    announcements.offerUndo(undo);
  };
}
