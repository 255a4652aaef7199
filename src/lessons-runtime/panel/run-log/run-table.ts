import type { LoggedRun, RunsStore } from '../../progress/record/runs-store.ts';
import type { Confusion } from '../../protocol/training.ts';
import { createThrottle } from '../../shared/throttle.ts';
import { createAnnouncer } from '../dom/announcer.ts';
import { element } from '../dom/element.ts';
import { requireElement } from '../dom/read-page.ts';
import type { PanelWords } from '../words/panel-words.ts';
import { compareRuns } from './compare-runs.ts';
import { exportTools } from './export-tools.ts';
import { runLogWords } from './run-log-words.ts';
import { runColumns, runRow } from './run-row.ts';

/** Each run has two lines in a chart, and more of them could not be distinguished. */
const maxCompared = 4;
const saveMilliseconds = 300;

interface RunTable {
  /** Shows all stored runs, newest first. Another tab may have changed them. */
  show(runs: readonly LoggedRun[]): void;
  /** Adds a new run at the top and removes the oldest if there are more than `limit`. */
  add(run: LoggedRun, limit: number): void;
  /** Adds a confusion matrix to a run. @returns the changed run, to be stored; `undefined` if it is not in the table */
  addConfusion(number: number, confusion: Confusion): LoggedRun | undefined;
}

/** Creates the table of a lesson's runs, the comparison of the chosen ones, and the export tools. */
export function createRunTable(section: HTMLElement, words: PanelWords, store: RunsStore): RunTable {
  const logWords = runLogWords[words.language];
  const empty = requireElement(section, '[data-run-empty]');
  const status = requireElement(section, '[data-run-said]');
  const announce = createAnnouncer(status);
  const undo = element('button', { type: 'button', hidden: true }, logWords.undo);
  const body = element('tbody', { role: 'rowgroup' });
  const compared = element('div', {});
  const tools = exportTools(section, words, () => (chosen.size === 0 ? runs : chosenRuns()));
  const content = element(
    'div',
    { hidden: true, 'data-run-content': true },
    tableOf(body, runColumns(logWords), logWords.tableLabel),
    compared,
    tools,
  );
  status.after(' ', undo);
  section.append(content);

  const rows = new Map<number, HTMLElement>();
  const chosen = new Set<number>();
  /** The numbers of the runs with notes that are not stored yet. */
  const unsavedNotes = new Set<number>();
  /** Newest first. */
  let runs: readonly LoggedRun[] = [];
  let undoRemoval = (): void => {};

  const chosenRuns = (): readonly LoggedRun[] => runs.filter(({ number }) => chosen.has(number));
  /** The record reports its failures itself. */
  const ignore = (): void => {};

  function showStatus(text: string, onUndo?: () => void): void {
    announce(text);
    undo.hidden = onUndo === undefined;
    undoRemoval = onUndo ?? (() => {});
  }

  function compare(): void {
    const [first, ...others] = chosenRuns();
    if (first === undefined) compared.replaceChildren();
    else if (others.length === 0) compared.replaceChildren(element('p', {}, logWords.chooseMore));
    else compared.replaceChildren(compareRuns([...chosenRuns()].reverse(), words));
  }

  function choose(number: number, isChosen: boolean): void {
    if (isChosen && chosen.size === maxCompared) {
      const box = rows.get(number)?.querySelector<HTMLInputElement>('input');
      if (box) box.checked = false;
      showStatus(logWords.atMost(maxCompared));
      return;
    }
    if (isChosen) chosen.add(number);
    else chosen.delete(number);
    compare();
  }

  function insert(run: LoggedRun): void {
    const older = runs.find(({ number }) => number < run.number);
    const index = older === undefined ? runs.length : runs.indexOf(older);
    runs = [...runs.slice(0, index), run, ...runs.slice(index)];
    const { number } = run;
    const saving = createThrottle<null>(saveMilliseconds, () => {
      const current = findRun(number);
      if (current !== undefined) store.save(current).then(() => markSaved(current), ignore);
    });
    const row = runRow(run, chosen.has(number), words, {
      onChosen: (isChosen) => choose(number, isChosen),
      onNote(note) {
        updateRun(number, { note });
        unsavedNotes.add(number);
        saving.push(null);
        requireElement(row, '.run-note-print').textContent = note;
      },
      onRemove() {
        saving.flush();
        remove(number);
      },
    });
    addEventListener('pagehide', saving.flush);
    rows.set(number, row);
    body.insertBefore(row, (older && rows.get(older.number)) ?? null);
    showWhetherEmpty();
  }

  function findRun(number: number): LoggedRun | undefined {
    return runs.find((run) => run.number === number);
  }

  function updateRun(number: number, changes: Partial<LoggedRun>): LoggedRun | undefined {
    runs = runs.map((run) => (run.number === number ? { ...run, ...changes } : run));
    return findRun(number);
  }

  /** Removes a run from the table, not from the record. */
  function removeRow(number: number): LoggedRun | undefined {
    const run = findRun(number);
    runs = runs.filter((each) => each !== run);
    rows.get(number)?.remove();
    rows.delete(number);
    if (chosen.delete(number)) compare();
    showWhetherEmpty();
    return run;
  }

  function remove(number: number): void {
    const run = removeRow(number);
    if (run === undefined) return;
    store.remove(run).catch(ignore);
    showStatus(logWords.removed(number), () => {
      store.save(run).catch(ignore);
      insert(run);
      showStatus(logWords.restored(number));
      rows.get(number)?.querySelector('button')?.focus();
    });
    undo.focus();
  }

  /** Marks the note of a run as stored, unless the learner has changed it meanwhile. */
  function markSaved({ number, note }: LoggedRun): void {
    if (findRun(number)?.note === note) unsavedNotes.delete(number);
  }

  /** Updates a run from the record. A note that is not stored yet stays. */
  function updateFromRecord(run: LoggedRun): void {
    const { number, note } = run;
    const row = rows.get(number);
    const field = row?.querySelector('textarea');
    if (row === undefined || !field || unsavedNotes.has(number)) {
      updateRun(number, { ...run, note: field?.value ?? note });
      return;
    }
    if (field.value !== note) field.value = note;
    requireElement(row, '.run-note-print').textContent = note;
    updateRun(number, run);
  }

  function showWhetherEmpty(): void {
    empty.hidden = runs.length > 0;
    content.hidden = runs.length === 0;
  }

  undo.addEventListener('click', () => undoRemoval());

  return {
    show(loaded) {
      for (const { number } of runs) {
        if (!loaded.some((run) => run.number === number)) removeRow(number);
      }
      for (const run of loaded) {
        if (rows.has(run.number)) updateFromRecord(run);
        else insert(run);
      }
    },
    add(run, limit) {
      insert(run);
      const [oldest] = runs.slice(limit);
      if (oldest !== undefined) removeRow(oldest.number);
      showStatus(logWords.added(run.number, run.cell));
    },
    addConfusion(number, confusion) {
      const run = updateRun(number, { confusion });
      if (chosen.has(number)) compare();
      if (run !== undefined) showStatus(logWords.confusionAdded(number));
      return run;
    },
  };
}

/** The roles are explicit because on a narrow page the table is laid out as cards. */
function tableOf(body: HTMLElement, columns: readonly string[], label: string): HTMLElement {
  const headings = columns.map((column) => element('th', { scope: 'col', role: 'columnheader' }, column));
  const head = element('thead', { role: 'rowgroup' }, element('tr', { role: 'row' }, ...headings));
  return element('table', { class: 'run-table', role: 'table', 'aria-label': label }, head, body);
}
