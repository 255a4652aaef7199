import { codeDigest } from '../../host/cells/run-facts.ts';
import { createEditsStore, type StoredEdit } from '../../progress/record/edits-store.ts';
import type { RecordStore } from '../../progress/record/record-store.ts';
import { createThrottle } from '../../shared/throttle.ts';
import type { CodeView } from '../cell/code-view.ts';

const saveMilliseconds = 300;

/** A cell whose code is synchronised with the record. */
export interface SyncedCell {
  readonly id: string;
  /** The code as the author wrote it. */
  readonly authored: string;
  readonly code: Pick<CodeView, 'source' | 'restore' | 'onChange'>;
  /** Whether the cell was run since the page was loaded. */
  readonly hasRun: () => boolean;
}

/** Which actions of the learner came before the stored code was put into a cell. */
export interface LateRestore {
  /** The learner had typed in the cell; Undo restores that text. */
  readonly afterTyping: boolean;
  /** The learner had run the cell with other code, whose outputs are shown. */
  readonly afterRun: boolean;
}

/**
 * Called when the author has changed a cell's code since the learner began to edit it, with a function that keeps the learner's
 * code; with `null` when that is settled.
 */
export type OnAuthorChange = (cell: string, keep: (() => void) | null) => void;

/**
 * Restores the learner's edits of earlier visits, saves every further change, and shows the changes of other tabs.
 * Stored code takes precedence: a text that is not based on it never replaces it.
 * @param onLateRestore called when stored code replaced something else
 * @throws if the record cannot be read
 */
export async function syncEdits(
  record: RecordStore,
  lesson: string,
  cells: readonly SyncedCell[],
  onLateRestore: (restore: LateRestore) => void,
  onAuthorChange: OnAuthorChange = () => {},
): Promise<void> {
  const store = createEditsStore(record);
  const initial = await store.load(lesson);
  const synced = cells.map(({ id, authored, code, hasRun }) => {
    const authoredDigest = codeDigest(authored);
    /** The digest of the author's code from which the learner began; `undefined` if that is not known. */
    let begunWith: string | undefined;
    let isOutdated = false;
    /** The code in the record. */
    let stored = authored;
    /** The learner's text that is not stored yet. */
    let unsaved = code.source() === authored ? null : code.source();
    /** The texts that are being written to the record. */
    const saving = new Set<string>();

    async function save(): Promise<void> {
      if (unsaved === null || saving.has(unsaved)) return;
      const source = unsaved;
      saving.add(source);
      try {
        if (source === authored) begunWith = undefined;
        else begunWith ??= authoredDigest;
        await (source === authored
          ? store.remove(lesson, id)
          : store.save(lesson, id, { source, authored: begunWith ?? authoredDigest }));
        stored = source;
        reportAuthorChange();
        if (unsaved === source) unsaved = null;
      } catch {
        // The record reports the failure. The next change retries, and so does the next successful write of the record.
      } finally {
        saving.delete(source);
      }
    }
    const throttle = createThrottle<null>(saveMilliseconds, () => void save());
    function push(source: string): void {
      // Code from the record is not written back, because another tab may have changed it meanwhile.
      if (unsaved === null && source === stored) return;
      unsaved = source;
      throttle.push(null);
    }
    function reportAuthorChange(): void {
      const wasOutdated = isOutdated;
      isOutdated = begunWith !== undefined && begunWith !== authoredDigest;
      if (isOutdated !== wasOutdated) onAuthorChange(id, isOutdated ? keep : null);
    }
    function keep(): void {
      begunWith = authoredDigest;
      unsaved = code.source();
      void save();
      reportAuthorChange();
    }
    /** @param isInitial whether this is the first code of the record to be shown */
    function show(edit: StoredEdit | undefined, isInitial: boolean): void {
      const source = edit?.source ?? authored;
      begunWith = edit?.authored;
      reportAuthorChange();
      if (source === stored || saving.has(source)) return;
      const afterTyping = unsaved !== null && unsaved !== source;
      stored = source;
      unsaved = null;
      if (source === code.source()) return;
      code.restore(source);
      const afterRun = isInitial && hasRun();
      if (afterTyping || afterRun) onLateRestore({ afterTyping, afterRun });
    }
    function retry(): void {
      if (unsaved !== null) throttle.push(null);
    }

    code.onChange(push);
    show(initial.get(id), true);
    retry();
    addEventListener('pagehide', () => {
      throttle.flush();
      void save();
    });
    return { id, show, retry };
  });

  async function refresh(): Promise<void> {
    const edits = await store.load(lesson);
    for (const { id, show } of synced) show(edits.get(id), false);
  }
  /** After a failed read, the next change reads again. */
  const ignore = () => {};
  record.onChange((table, where) => {
    if (table === 'edits' && where === lesson) refresh().catch(ignore);
  });
  // A page in the back/forward cache receives no messages of other tabs.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) refresh().catch(ignore);
  });
  record.onRecovered(() => {
    for (const { retry } of synced) retry();
  });
}
