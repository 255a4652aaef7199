import { loadPart } from '../../shared/load-part.ts';
import { once } from '../../shared/once.ts';
import { element } from '../dom/element.ts';
import { requireElement } from '../dom/read-page.ts';
import { mountPart } from '../mount-part.ts';
import type { Editor } from './editor/create-editor.ts';

/**
 * A cell's code: highlighted text until someone uses it, an editor from then on.
 * The editor takes the text's place at the same size, so that nothing moves.
 */
export interface CodeView {
  source(): string;
  /** Whether the text is not the authored one. */
  isEdited(): boolean;
  /** Puts in what was edited in an earlier visit; in the editor, undo brings back what was there. */
  restore(source: string): void;
  /** Back to what was authored; in the editor, undo brings the edit back. */
  reset(): void;
  focus(): void;
  /** Places the cursor, both 1-based. */
  goTo(line: number, column: number): void;
  /** Called with every change of the text. */
  onChange(listener: (source: string) => void): void;
}

interface CodeViewActions {
  readonly onEdited: (edited: boolean) => void;
  readonly onRun: () => void;
  readonly onRunAndAdvance: () => void;
}

export function createCodeView(container: HTMLElement, authored: string, actions: CodeViewActions): CodeView {
  const still = requireElement(container, 'pre');
  const label = container.dataset['label'] ?? '';
  const hint = element(
    'p',
    { class: 'cell-hint', id: `hint-${label.replace(/\W+/g, '-')}` },
    container.dataset['hint'] ?? '',
  );
  const listeners: ((source: string) => void)[] = [];
  let source = authored;
  let editor: Editor | null = null;
  /** Whether the text had the focus until the editor took its place. */
  let hadFocus = false;

  still.tabIndex = 0;
  still.setAttribute('role', 'textbox');
  still.setAttribute('aria-multiline', 'true');
  still.setAttribute('aria-label', label);
  still.setAttribute('aria-describedby', hint.id);
  container.append(hint);

  function changed(next: string): void {
    source = next;
    actions.onEdited(next !== authored);
    for (const listener of listeners) listener(next);
  }

  /** Loads the editor once and puts it in the place of the text. */
  const edit = once(async () => {
    const { createEditor } = await loadPart(() => import('./editor/create-editor.ts'));
    const made = createEditor({ source, label, describedBy: hint.id, onChange: changed, ...actions });
    container.style.minHeight = `${still.offsetHeight}px`;
    hadFocus = still === document.activeElement;
    still.replaceWith(made.dom);
    container.style.minHeight = '';
    editor = made;
    return made;
  });

  /** Where the editor does not come, that is told; the code stays readable and can be run. */
  function withEditor(act: (made: Editor) => void): void {
    mountPart(container, async () => act(await edit()));
  }

  const editAt = (position: number | null) => withEditor((made) => made.focus(position));

  // Ahead of the click, which tells where it fails.
  still.addEventListener('pointerdown', () => void edit().catch(() => {}), { once: true });
  still.addEventListener('click', (event) => editAt(positionAt(still, event)));
  still.addEventListener('focus', () => {
    if (!still.matches(':focus-visible')) return;
    // Who has gone on meanwhile is not called back.
    withEditor((made) => {
      if (hadFocus) made.focus(0);
    });
  });
  still.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.shiftKey || event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (event.shiftKey) actions.onRunAndAdvance();
    else actions.onRun();
  });

  return {
    source: () => source,
    isEdited: () => source !== authored,
    restore(edited) {
      if (editor !== null) editor.replace(edited);
      else {
        still.textContent = edited;
        changed(edited);
        // The text is there: who clicks on it is told.
        void edit().catch(() => {});
      }
    },
    reset() {
      if (editor !== null) editor.replace(authored);
      else withEditor((made) => made.replace(authored));
    },
    focus: () => editAt(null),
    goTo: (line, column) => withEditor((made) => made.goTo(line, column)),
    onChange: (listener) => void listeners.push(listener),
  };
}

/** The character that was clicked, as an offset into the text; `null` where the browser cannot tell. */
function positionAt(root: HTMLElement, { clientX, clientY }: MouseEvent): number | null {
  // Older browsers lack it: there the cursor goes to the start.
  const found = document.caretPositionFromPoint?.(clientX, clientY);
  if (found === null || found === undefined || !root.contains(found.offsetNode)) return null;
  const before = document.createRange();
  before.setStart(root, 0);
  before.setEnd(found.offsetNode, found.offset);
  return before.toString().length;
}
