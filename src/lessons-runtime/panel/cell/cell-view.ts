import type { CellState, CellStatus } from '../../host/cell-state.ts';
import { createAnnouncer } from '../dom/announcer.ts';
import { requireElement } from '../dom/read-page.ts';
import type { OutputList } from '../output/output-list.ts';
import type { PanelWords } from '../words/panel-words.ts';
import { type CodeView, createCodeView } from './code-view.ts';

/** One cell on the page: its code, its buttons, its status and what its last run showed. */
export interface CellView {
  readonly code: CodeView;
  /** Says who does what its buttons and keys ask for. */
  listen(actions: CellViewActions): void;
  show(state: CellState, createOutputs: CreateOutputs): void;
  /**
   * Between the click and the first word of the engine.
   * @param isOneOfMany whether someone else says how the run of all of them goes
   */
  showPending(isOneOfMany: boolean): void;
  showIdle(): void;
  readonly status: CellStatus;
  /** All of its last run since the page came; `null` before the first. */
  readonly state: CellState | null;
  /** What it is called. */
  readonly name: string;
  /** Where its outputs are. */
  readonly output: HTMLElement;
  /** Says something to who hears the page, in the cell's own live region. */
  readonly announce: (text: string) => void;
}

/** What draws a cell's outputs, and says to who hears them what becomes of what is pressed there. */
export type CreateOutputs = (
  container: HTMLElement,
  cell: string,
  announce: (text: string) => void,
) => OutputList;

export interface CellViewActions {
  readonly onRun: () => void;
  readonly onRunAndAdvance: () => void;
  readonly onStop: () => void;
  readonly onReset: () => void;
}

export function createCellView(section: HTMLElement, authored: string, words: PanelWords): CellView {
  const runButton = requireElement<HTMLButtonElement>(section, '[data-action=run]');
  const stopButton = requireElement<HTMLButtonElement>(section, '[data-action=stop]');
  const resetButton = requireElement<HTMLButtonElement>(section, '[data-action=reset]');
  const statusText = requireElement(section, '[data-cell-status]');
  const announce = createAnnouncer(requireElement(section, '[data-cell-live]'));
  const name = section.getAttribute('aria-label') ?? '';
  const container = requireElement(section, '[data-cell-output]');
  let status: CellStatus = 'idle';
  let outputs: OutputList | null = null;
  let isMuted = false;
  let state: CellState | null = null;
  let actions: CellViewActions | null = null;
  const run = () => actions?.onRun();

  const code = createCodeView(requireElement(section, '[data-code]'), authored, {
    onEdited: (edited) => {
      resetButton.hidden = !edited;
    },
    onRun: run,
    onRunAndAdvance: () => actions?.onRunAndAdvance(),
  });

  runButton.addEventListener('click', run);
  stopButton.addEventListener('click', () => actions?.onStop());
  resetButton.addEventListener('click', () => {
    code.reset();
    actions?.onReset();
    code.focus();
  });

  /** Whoever is elsewhere on the page hears which cell it is. */
  function tell(text: string): void {
    announce(section.contains(document.activeElement) ? text : `${name}: ${text}`);
  }

  function timeText(milliseconds: number | null): string {
    return milliseconds === null ? '' : ` · ${words.format.duration(milliseconds / 1000)}`;
  }

  function showStatus(next: CellStatus, milliseconds: number | null, more = ''): void {
    const changed = next !== status;
    status = next;
    section.dataset['status'] = next;
    const busy = next === 'running' || next === 'queued';
    // The focus must not go with the button that had it.
    if (!busy && stopButton === document.activeElement) runButton.focus();
    stopButton.hidden = !busy;
    container.setAttribute('aria-busy', String(busy));
    statusText.textContent = next === 'idle' ? '' : words.status[next] + timeText(milliseconds);
    if (changed && next !== 'idle' && !isMuted) tell(words.status[next] + more);
  }

  return {
    code,
    listen(given) {
      actions = given;
    },
    name,
    output: container,
    announce,
    get status() {
      return status;
    },
    get state() {
      return state;
    },
    show(shown, createOutputs) {
      state = shown;
      const { status: next, milliseconds, run: number, outputs: parts } = shown;
      const error = next === 'failed' && parts.find((part) => part.kind === 'error');
      showStatus(next, milliseconds, error ? `. ${error.what}` : '');
      outputs ??= createOutputs(container, section.dataset['cell'] ?? '', announce);
      outputs.show(number, parts);
    },
    showPending(isOneOfMany) {
      isMuted = isOneOfMany;
      showStatus('queued', null);
    },
    showIdle: () => showStatus('idle', null),
  };
}
