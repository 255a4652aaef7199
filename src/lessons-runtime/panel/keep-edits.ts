import { createEditsStore } from '../progress/edits-store.ts';
import type { RecordStore } from '../progress/record-store.ts';
import { createThrottle } from '../shared/throttle.ts';
import type { CodeView } from './code-view.ts';

const saveMilliseconds = 300;

/** A cell whose edits are kept. */
export interface KeptCell {
  readonly id: string;
  readonly authored: string;
  readonly code: CodeView;
}

/** Puts back what the learner changed in earlier visits, saves every change from now on, and shows those of other tabs. */
export async function keepEdits(
  record: RecordStore,
  lesson: string,
  cells: readonly KeptCell[],
): Promise<void> {
  const store = createEditsStore(record);
  const edits = await store.load(lesson);
  const shown = cells.map(({ id, authored, code }) => {
    /** As the record has it. */
    let kept = authored;
    /** What was typed and is not kept yet. */
    let typed: string | null = null;

    async function save(source: string): Promise<void> {
      try {
        await (source === authored ? store.remove(lesson, id) : store.save(lesson, id, source));
        kept = source;
        if (typed === source) typed = null;
      } catch {
        // Told by the record; the next change tries again.
      }
    }
    const throttle = createThrottle<string>(saveMilliseconds, (source) => void save(source));
    function push(source: string): void {
      // What came from the record need not go back: another tab may have gone on meanwhile.
      if (typed === null && source === kept) return;
      typed = source;
      throttle.push(source);
    }
    function show(source: string): void {
      if (typed !== null || source === code.source()) return;
      kept = source;
      code.restore(source);
    }

    const edited = edits.get(id) ?? authored;
    // Someone who types faster than the store opens keeps what they typed.
    if (code.source() === authored) show(edited);
    code.onChange(push);
    addEventListener('pagehide', throttle.flush);
    if (code.source() !== edited) push(code.source());
    return { id, authored, show };
  });

  record.onChange((table, where) => {
    if (table !== 'edits' || where !== lesson) return;
    void store.load(lesson).then((now) => {
      for (const { id, authored, show } of shown) show(now.get(id) ?? authored);
    });
  });
}
