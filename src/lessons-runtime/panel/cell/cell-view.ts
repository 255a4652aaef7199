import type { CellState, CellStatus } from '../../host/cell-state.ts';
import { createAnnouncer } from '../dom/announcer.ts';
import { requireElement } from '../dom/read-page.ts';
import type { OutputList } from '../output/output-list.ts';
import type { PanelWords } from '../words/panel-words.ts';
import { type CodeView, createCodeView } from './code-view.ts';

/** One cell on the page: its code, buttons, status and outputs. */
export interface CellView {
  readonly code: CodeView;
  /** Sets the handlers of its buttons and keys. */
  listen(actions: CellViewActions): void;
  show(state: CellState, createOutputs: CreateOutputs): void;
  /**
   * Shows the cell as queued until the engine reports its state.
   * @param isMuted whether the cell does not announce its status until the next run
   */
  showPending(isMuted: boolean): void;
  showIdle(): void;
  /** Moves the focus to the Run button. */
  focusRun(): void;
  readonly status: CellStatus;
  /** The state of its last run since the page was loaded; `null` before the first. */
  readonly state: CellState | null;
  /** The accessible name of the cell. */
  readonly name: string;
  /** The element that contains the outputs. */
  readonly output: HTMLElement;
  /** Announces a text in the cell's own live region. */
  readonly announce: (text: string) => void;
}

/** Creates the list of a cell's outputs. `announce` gets the results of actions on the outputs. */
export type CreateOutputs = (
  container: HTMLElement,
  cell: string,
  announce: (text: string) => void,
) => OutputList;

interface CellViewActions {
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

  /** Announces a status, with the name of the cell if the focus is elsewhere on the page. */
  function announceStatus(text: string): void {
    announce(section.contains(document.activeElement) ? text : `${name}: ${text}`);
  }

  function timeText(milliseconds: number | null): string {
    return milliseconds === null ? '' : ` · ${words.format.duration(milliseconds / 1000)}`;
  }

  function showStatus(next: CellStatus, milliseconds: number | null, detail = ''): void {
    const isChanged = next !== status;
    status = next;
    section.dataset['status'] = next;
    const isBusy = next === 'running' || next === 'queued';
    // Otherwise the focus would be lost with the hidden button.
    if (!isBusy && stopButton === document.activeElement) runButton.focus();
    stopButton.hidden = !isBusy;
    container.setAttribute('aria-busy', String(isBusy));
    statusText.textContent = next === 'idle' ? '' : words.status[next] + timeText(milliseconds);
    if (isChanged && next !== 'idle' && !isMuted) announceStatus(words.status[next] + detail);
  }

  return {
    code,
    listen(handlers) {
      actions = handlers;
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
    show(newState, createOutputs) {
      state = newState;
      const { status: next, milliseconds, outputsRun, outputs: parts } = newState;
      const error = next === 'failed' && parts.find((part) => part.kind === 'error');
      showStatus(next, milliseconds, error ? `. ${error.what}` : '');
      outputs ??= createOutputs(container, section.dataset['cell'] ?? '', announce);
      outputs.show(outputsRun, parts, next === 'running');
    },
    showPending(isRunMuted) {
      isMuted = isRunMuted;
      showStatus('queued', null);
    },
    showIdle: () => showStatus('idle', null),
    focusRun: () => runButton.focus(),
  };
}
