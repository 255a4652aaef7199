import type { CellState, CellStatus } from '../host/cell-state.ts';
import { type CodeView, createCodeView } from './code-view.ts';
import type { OutputList } from './output/output-list.ts';
import { part } from './read-page.ts';
import type { PanelWords } from './words.ts';

/** One cell on the page: its code, its buttons, its status and what its last run showed. */
export interface CellView {
  readonly code: CodeView;
  show(state: CellState, createOutputs: (container: HTMLElement, cell: string) => OutputList): void;
  /** Between the click and the first word of the engine. */
  showPending(): void;
  showIdle(): void;
  readonly status: CellStatus;
  /** Where its outputs are. */
  readonly output: HTMLElement;
}

export interface CellViewActions {
  readonly onRun: () => void;
  readonly onRunAndAdvance: () => void;
  readonly onStop: () => void;
  readonly onReset: () => void;
}

export function createCellView(
  section: HTMLElement,
  authored: string,
  words: PanelWords,
  actions: CellViewActions,
): CellView {
  const runButton = part<HTMLButtonElement>(section, '[data-action=run]');
  const stopButton = part<HTMLButtonElement>(section, '[data-action=stop]');
  const resetButton = part<HTMLButtonElement>(section, '[data-action=reset]');
  const statusText = part(section, '[data-cell-status]');
  const live = part(section, '[data-cell-live]');
  const container = part(section, '[data-cell-output]');
  let status: CellStatus = 'idle';
  let outputs: OutputList | null = null;

  const code = createCodeView(part(section, '[data-code]'), authored, words, {
    onEdited: (edited) => {
      resetButton.hidden = !edited;
    },
    onRun: actions.onRun,
    onRunAndAdvance: actions.onRunAndAdvance,
  });

  runButton.addEventListener('click', actions.onRun);
  stopButton.addEventListener('click', actions.onStop);
  resetButton.addEventListener('click', () => {
    code.reset();
    actions.onReset();
    code.focus();
  });

  function showStatus(next: CellStatus, milliseconds: number | null): void {
    const changed = next !== status;
    status = next;
    section.dataset['status'] = next;
    const busy = next === 'running' || next === 'queued';
    stopButton.hidden = !busy;
    container.setAttribute('aria-busy', String(busy));
    const time = milliseconds === null || next === 'idle' ? '' : ` · ${words.seconds(milliseconds)}`;
    statusText.textContent = words.status[next] + time;
    if (changed) live.textContent = words.status[next];
  }

  return {
    code,
    output: container,
    get status() {
      return status;
    },
    show(state, createOutputs) {
      showStatus(state.status, state.milliseconds);
      outputs ??= createOutputs(container, section.dataset['cell'] ?? '');
      outputs.show(state.run, state.outputs);
    },
    showPending: () => showStatus('queued', null),
    showIdle: () => showStatus('idle', null),
  };
}
