import { createEditsStore } from '../../progress/record/edits-store.ts';
import type { RecordStore } from '../../progress/record/record-store.ts';
import { createThrottle } from '../../shared/throttle.ts';
import type { CodeView } from '../cell/code-view.ts';

const saveMilliseconds = 300;

/** A cell whose edits are kept. */
export interface KeptCell {
  readonly id: string;
  readonly authored: string;
  readonly code: Pick<CodeView, 'source' | 'restore' | 'onChange'>;
  /** Whether it was run since the page came. */
  readonly hasRun: () => boolean;
}

/** What kept code came after, when it was put into a cell. */
export interface CameAfter {
  /** What the learner had typed there: Undo brings it back. */
  readonly typing: boolean;
  /** A run of other code, whose outputs are shown. */
  readonly run: boolean;
}

/**
 * Puts back what the learner changed in earlier visits, saves every change from now on, and shows those of other tabs.
 * What is kept always comes first: a text that did not start from it never takes its place.
 * @param onLate told where kept code came in after something else was there
 */
export async function keepEdits(
  record: RecordStore,
  lesson: string,
  cells: readonly KeptCell[],
  onLate: (after: CameAfter) => void,
): Promise<void> {
  const store = createEditsStore(record);
  const first = await store.load(lesson);
  const shown = cells.map(({ id, authored, code, hasRun }) => {
    /** As the record has it. */
    let kept = authored;
    /** What was typed and is not kept yet. */
    let typed = code.source() === authored ? null : code.source();
    /** On their way to the record. */
    const sent = new Set<string>();

    async function save(): Promise<void> {
      if (typed === null || sent.has(typed)) return;
      const source = typed;
      sent.add(source);
      try {
        await (source === authored ? store.remove(lesson, id) : store.save(lesson, id, source));
        kept = source;
        if (typed === source) typed = null;
      } catch {
        // Told by the record; the next change tries again, and so does whatever is kept next.
      } finally {
        sent.delete(source);
      }
    }
    const throttle = createThrottle<null>(saveMilliseconds, () => void save());
    function push(source: string): void {
      // What came from the record need not go back: another tab may have gone on meanwhile.
      if (typed === null && source === kept) return;
      typed = source;
      throttle.push(null);
    }
    /** @param isFirst whether nothing of the record was shown before */
    function show(source: string, isFirst: boolean): void {
      if (source === kept || sent.has(source)) return;
      const isTyped = typed !== null && typed !== source;
      kept = source;
      typed = null;
      if (source === code.source()) return;
      code.restore(source);
      const after = { typing: isTyped, run: isFirst && hasRun() };
      if (after.typing || after.run) onLate(after);
    }
    function retry(): void {
      if (typed !== null) throttle.push(null);
    }

    code.onChange(push);
    show(first.get(id) ?? authored, true);
    retry();
    addEventListener('pagehide', () => {
      throttle.flush();
      void save();
    });
    return { id, authored, show, retry };
  });

  async function refresh(): Promise<void> {
    const now = await store.load(lesson);
    for (const { id, authored, show } of shown) show(now.get(id) ?? authored, false);
  }
  /** What cannot be read now is read with the next change. */
  const ignore = () => {};
  record.onChange((table, where) => {
    if (table === 'edits' && where === lesson) refresh().catch(ignore);
  });
  // A page that lay in the browser's cache of pages heard nothing meanwhile.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) refresh().catch(ignore);
  });
  record.onRecovered(() => {
    for (const { retry } of shown) retry();
  });
}
