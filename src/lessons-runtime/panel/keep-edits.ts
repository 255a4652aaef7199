import { createMemoryEditsStore, type EditsStore, openEditsStore } from '../progress/edits-store.ts';
import { createThrottle } from '../shared/throttle.ts';
import type { CodeView } from './code-view.ts';

const saveMilliseconds = 300;

/** Puts back what the learner changed in earlier visits, and saves every change from now on. */
export async function keepEdits(
  lesson: string,
  cells: readonly { readonly id: string; readonly authored: string; readonly code: CodeView }[],
  onCannotSave: () => void,
): Promise<void> {
  let store: EditsStore;
  try {
    store = await openEditsStore();
  } catch {
    store = createMemoryEditsStore();
    onCannotSave();
  }

  const edits = await store.load(lesson);
  for (const { id, authored, code } of cells) {
    const edited = edits.get(id);
    // Someone who types faster than the store opens keeps what they typed.
    if (edited !== undefined && edited !== authored && code.source() === authored) code.restore(edited);

    const throttle = createThrottle<string>(saveMilliseconds, (source) => {
      const saved = source === authored ? store.remove(lesson, id) : store.save(lesson, id, source);
      saved.catch(onCannotSave);
    });
    code.onChange(throttle.push);
    addEventListener('pagehide', throttle.flush);
    if (code.source() !== (edited ?? authored)) throttle.push(code.source());
  }
}
