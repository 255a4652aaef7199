import type { SessionState } from '../../host/session.ts';
import { createAnnouncer } from '../dom/announcer.ts';
import { element } from '../dom/element.ts';
import type { PanelWords } from '../words/panel-words.ts';

/**
 * The bar above a lesson: its state, the cells that are done, Run all and Stop; in its menu Restart, the backend and its
 * reason, and live tensors; below it notices.
 */
export interface LessonBar {
  onRunAll(action: () => void): void;
  onStop(action: () => void): void;
  onRestart(action: () => void): void;
  readonly showState: (state: SessionState) => void;
  readonly showMemory: (memory: {
    readonly tensors: number;
    readonly bytes: number;
    readonly backend: string;
  }) => void;
  readonly showRunning: (running: boolean) => void;
  /** @param isPersistent whether the notice stays when a new worker starts */
  readonly showNotice: (text: string, isPersistent?: boolean) => void;
  /** Announces a text to screen readers. */
  readonly announce: (text: string) => void;
  /** Whether a worker exists, which keeps the seed that it started with. */
  readonly hasWorker: () => boolean;
}

/** The cells that Run all runs. */
const countedCells = '[data-cell]:not([data-exercise] *)';

export function createLessonBar(root: Document, words: PanelWords): LessonBar {
  const bar = root.querySelector<HTMLElement>('[data-lesson-bar]');
  const find = <Type extends HTMLElement>(selector: string) => bar?.querySelector<Type>(selector) ?? null;
  const runButton = find<HTMLButtonElement>('[data-action=run-all]');
  const stopButton = find<HTMLButtonElement>('[data-action=stop-all]');
  const restartButton = find<HTMLButtonElement>('[data-action=restart]');
  const backend = find('[data-backend]');
  const backendText = find('[data-backend-text]');
  const more = find<HTMLDetailsElement>('[data-bar-more]');
  const memory = find('[data-memory]');
  const tensors = find('[data-tensors]');
  const bytes = find('[data-bytes]');
  const notices = find('[data-notices]');
  const live = find('[data-bar-live]');
  let hasWorker = false;
  let notice: HTMLElement | null = null;

  function showNotice(text: string, isPersistent = false): void {
    // Inserting the same text again would announce it twice.
    if (notice?.textContent === text) return;
    notice = element('p', { class: 'lesson-notice', 'data-lasting': isPersistent }, text);
    notices?.replaceChildren(notice);
  }

  function clearNotice(): void {
    if (notice?.dataset['lasting'] !== undefined) return;
    notice?.remove();
    notice = null;
  }

  /** Shows or hides a button. The focus moves on from a button that is hidden, because it would be lost. */
  function showButton(button: HTMLButtonElement | null, isShown: boolean): void {
    if (button === null) return;
    const hadFocus = button === root.activeElement;
    button.hidden = !isShown;
    if (!isShown && hadFocus) runButton?.focus();
  }

  /** Returns a text that the build wrote into an attribute. */
  const textIn = (node: Element | null, state: string) => node?.getAttribute(`data-${state}`) ?? '';

  function showBackend(name: string, text: string): void {
    if (backend !== null) backend.dataset['backend'] = name;
    if (backendText !== null) backendText.textContent = text;
  }

  function showDone(): void {
    const done = root.querySelectorAll(`${countedCells}[data-status=done]:not([data-stale])`).length;
    const count = find('[data-cell-count]');
    if (count !== null) count.textContent = `${done}/${root.querySelectorAll(countedCells).length}`;
  }

  showDone();
  more?.addEventListener('focusout', ({ relatedTarget }) => {
    if (!more.contains(relatedTarget as Node | null)) more.open = false;
  });
  more?.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !more.open) return;
    more.querySelector('summary')?.focus();
    more.open = false;
  });

  const on = (selector: string, action: () => void) => find(selector)?.addEventListener('click', action);
  on('[data-action=close-notice]', () => {
    notice?.remove();
    notice = null;
    runButton?.focus();
  });

  return {
    onRunAll: (action) => on('[data-action=run-all]', action),
    onStop: (action) => on('[data-action=stop-all]', action),
    onRestart: (action) =>
      on('[data-action=restart]', () => {
        action();
        if (more !== null) more.open = false;
      }),
    showState(state) {
      hasWorker = state.phase !== 'off';
      showButton(restartButton, hasWorker);
      if (backend !== null) {
        backend.dataset['phase'] = state.phase;
        backend.textContent = textIn(backend, state.phase);
      }
      switch (state.phase) {
        case 'off':
          showBackend('', textIn(backendText, 'off'));
          if (memory !== null) memory.hidden = true;
          if (state.lost) showNotice(textIn(notices, 'lost'));
          return;
        case 'starting':
          showBackend('', textIn(backendText, 'starting'));
          clearNotice();
          return;
        case 'ready': {
          const { backend: name, reason, renderer } = state;
          showBackend(name, `${name} · ${textIn(backendText, reason)}`);
          if (backendText !== null) backendText.title = renderer;
          return;
        }
      }
    },
    showMemory({ tensors: count, bytes: size, backend: name }) {
      if (tensors === null || memory === null) return;
      memory.hidden = false;
      tensors.dataset['tensors'] = String(count);
      tensors.textContent = words.format.count(count);
      if (bytes !== null) {
        bytes.dataset['bytes'] = String(size);
        bytes.textContent = words.format.bytes(size);
      }
      if (backend !== null && backend.dataset['backend'] !== name) showBackend(name, name);
    },
    showRunning(running) {
      bar?.toggleAttribute('data-running', running);
      showButton(stopButton, running);
      // On a narrow page, Stop takes its place.
      if (running && runButton === root.activeElement && runButton?.offsetParent === null)
        stopButton?.focus();
      showDone();
    },
    showNotice,
    announce: live === null ? () => {} : createAnnouncer(live),
    hasWorker: () => hasWorker,
  };
}
