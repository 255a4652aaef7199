import { loadPart } from '../../shared/load-part.ts';
import { once } from '../../shared/once.ts';
import { element } from '../dom/element.ts';
import { mountPart } from '../dom/mount-part.ts';
import { requireElement } from '../dom/read-page.ts';
import type { Editor, FindEdit } from './editor/create-editor.ts';

/**
 * A cell's code: highlighted text that an editor replaces when the learner uses it. Both have the same size, so that the page
 * does not move.
 */
export interface CodeView {
  source(): string;
  /** Whether the code differs from the authored code. */
  isEdited(): boolean;
  /** Puts in stored code; the editor can undo it. */
  restore(source: string): void;
  /** Puts in the authored code; the editor can undo it. */
  reset(): void;
  /** Changes a part of the code; the editor can undo it. @param find gets the code and returns the change, `null` for none */
  edit(find: FindEdit): void;
  focus(): void;
  /** Places the cursor, both 1-based. */
  goTo(line: number, column: number): void;
  /** Registers a listener that gets the code after every change. */
  onChange(listener: (source: string) => void): void;
  /** Registers a listener that gets the editor when it replaces the static code, or at once. */
  onEditor(listener: (editor: Editor) => void): void;
}

interface CodeViewActions {
  readonly onEdited: (isEdited: boolean) => void;
  readonly onRun: () => void;
  readonly onRunAndAdvance: () => void;
}

export function createCodeView(container: HTMLElement, authored: string, actions: CodeViewActions): CodeView {
  const staticCode = requireElement(container, 'pre');
  const label = container.dataset['label'] ?? '';
  const hint = element(
    'p',
    { class: 'cell-hint', id: `hint-${label.replace(/\W+/g, '-')}` },
    container.dataset['hint'] ?? '',
  );
  const listeners: ((source: string) => void)[] = [];
  const editorListeners: ((editor: Editor) => void)[] = [];
  let source = authored;
  let editor: Editor | null = null;
  /** Whether the static code had the focus when the editor replaced it. */
  let hadFocus = false;

  staticCode.tabIndex = 0;
  staticCode.setAttribute('role', 'textbox');
  staticCode.setAttribute('aria-multiline', 'true');
  staticCode.setAttribute('aria-label', label);
  staticCode.setAttribute('aria-describedby', hint.id);
  container.append(hint);

  function setSource(next: string): void {
    source = next;
    actions.onEdited(next !== authored);
    for (const listener of listeners) listener(next);
  }

  /** Loads the editor once and replaces the static code by it. */
  const openEditor = once(async () => {
    const { createEditor } = await loadPart(() => import('./editor/create-editor.ts'));
    const opened = createEditor({
      source,
      label,
      texts: container.dataset,
      describedBy: hint.id,
      onChange: setSource,
      ...actions,
    });
    container.style.minHeight = `${staticCode.offsetHeight}px`;
    hadFocus = staticCode === document.activeElement;
    staticCode.replaceWith(opened.dom);
    editor = opened;
    for (const listener of editorListeners) listener(opened);
    container.style.minHeight = '';
    return opened;
  });

  /** If the editor cannot be loaded, the cell shows that; its code can still be read and run. */
  function withEditor(action: (editor: Editor) => void): void {
    mountPart(container, async () => action(await openEditor()));
  }

  /** Shows the code if the learner has chosen its version in Keras. */
  function withShownEditor(action: (editor: Editor) => void): void {
    const choice = container.parentElement?.querySelector<HTMLInputElement>('[value=TypeScript]');
    if (choice) choice.checked = true;
    withEditor(action);
  }

  const editAt = (position: number | null) => withShownEditor((opened) => opened.focus(position));

  // Starts loading before the click, which then shows a failure.
  staticCode.addEventListener('pointerdown', () => void openEditor().catch(() => {}), { once: true });
  staticCode.addEventListener('click', (event) => editAt(positionAt(staticCode, event)));
  staticCode.addEventListener('focus', () => {
    if (!staticCode.matches(':focus-visible')) return;
    // The focus is not moved back if the learner has moved on meanwhile.
    withEditor((opened) => {
      if (hadFocus) opened.focus(0);
    });
  });
  staticCode.addEventListener('keydown', (event) => {
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
        staticCode.textContent = edited;
        setSource(edited);
        // The code is shown already; a click on it shows a failure.
        void openEditor().catch(() => {});
      }
    },
    reset() {
      if (editor !== null) editor.replace(authored);
      else withEditor((opened) => opened.replace(authored));
    },
    edit: (find) => withEditor((opened) => opened.edit(find)),
    focus: () => editAt(null),
    goTo: (line, column) => withShownEditor((opened) => opened.goTo(line, column)),
    onChange: (listener) => void listeners.push(listener),
    onEditor(listener) {
      editorListeners.push(listener);
      if (editor !== null) listener(editor);
    },
  };
}

/** Returns the offset of the clicked character in the text; `null` if the browser cannot determine it. */
function positionAt(root: HTMLElement, { clientX, clientY }: MouseEvent): number | null {
  // Missing in older browsers, in which the cursor does not move.
  const found = document.caretPositionFromPoint?.(clientX, clientY);
  if (found === null || found === undefined || !root.contains(found.offsetNode)) return null;
  const before = document.createRange();
  before.setStart(root, 0);
  before.setEnd(found.offsetNode, found.offset);
  return before.toString().length;
}
