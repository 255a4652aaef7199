import type { ChosenPhotoStore } from '../../progress/blobs/chosen-photo-store.ts';
import type { KeptRun, OutputStore, WhichRuns } from '../../progress/blobs/output-store.ts';
import { type RecordChange, undoChange } from '../../progress/record/record-change.ts';
import type { RecordStore } from '../../progress/record/record-store.ts';
import type { RecordTables } from '../../progress/record/record-types.ts';
import type { Announcements } from './announcements.ts';

/**
 * Changes the record in one transaction, announces `doneText` and offers to undo the change. Undoing it announces `undoneText`.
 * @param erased the runs whose kept outputs are erased with it, and with all runs of a lesson its chosen photo; they are not part
 *   of the record
 */
export type UndoableChange = (
  change: (record: RecordTables) => RecordTables,
  doneText: string,
  undoneText: string,
  erased?: WhichRuns | null,
) => Promise<void>;

/**
 * Creates the function that makes undoable changes of the record. Undo reverts them one by one, the last change first.
 * @param refresh shows the record after each change
 */
export function createUndoableChanges(
  store: RecordStore,
  { outputs, photos }: { readonly outputs: OutputStore; readonly photos: ChosenPhotoStore },
  announcements: Announcements,
  refresh: () => Promise<void>,
): UndoableChange {
  const steps: {
    readonly change: RecordChange;
    readonly erased: readonly KeptRun[];
    readonly erasedPhotos: Awaited<ReturnType<ChosenPhotoStore['remove']>>;
    readonly undoneText: string;
  }[] = [];

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
    // Outputs that cannot be stored again can be computed again.
    for (const run of step.erased) await outputs.put(run).catch(() => {});
    for (const [lesson, photo] of step.erasedPhotos) await photos.put(lesson, photo).catch(() => {});
    await refresh();
    announcements.announce(step.undoneText);
    announcements.offerUndo(steps.length > 0 ? undo : null);
  }

  return async (change, doneText, undoneText, erased = null) => {
    try {
      const changed = await store.changeAll(change);
      // If the browser refuses storage, there are none.
      const runs = erased === null ? [] : await outputs.remove(erased).catch(() => []);
      const hasPhotos = erased !== null && erased.cell === undefined;
      const erasedPhotos = hasPhotos ? await photos.remove(erased).catch(() => []) : [];
      steps.push({ change: changed, erased: runs, erasedPhotos, undoneText });
    } catch {
      // The store reports the failure.
      return;
    }
    await refresh();
    announcements.announce(doneText);
    announcements.offerUndo(undo);
  };
}
