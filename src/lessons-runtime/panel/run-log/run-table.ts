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

/** As many lines as a chart can tell apart: two each. */
const comparedLimit = 4;
const saveMilliseconds = 300;

interface RunTable {
  /** All runs, newest first, as they are now: another tab may have changed them. */
  show(runs: readonly LoggedRun[]): void;
  /** A new run on top; beyond `limit` the oldest goes. */
  add(run: LoggedRun, limit: number): void;
  /** @returns the run with the matrix, to be saved; `undefined` where it is not in the table */
  addConfusion(number: number, confusion: Confusion): LoggedRun | undefined;
}

/** The table of a lesson's runs, the comparison of those that are ticked, and what can be done with them. */
export function createRunTable(section: HTMLElement, words: PanelWords, store: RunsStore): RunTable {
  const say = runLogWords[words.language];
  const empty = requireElement(section, '[data-run-empty]');
  const said = requireElement(section, '[data-run-said]');
  const announce = createAnnouncer(said);
  const undo = element('button', { type: 'button', hidden: true }, say.undo);
  const body = element('tbody', { role: 'rowgroup' });
  const compared = element('div', {});
  const tools = exportTools(section, words, () => (chosen.size === 0 ? runs : chosenRuns()));
  const content = element(
    'div',
    { hidden: true, 'data-run-content': true },
    tableOf(body, runColumns(say), say.tableLabel),
    compared,
    tools,
  );
  said.after(' ', undo);
  section.append(content);

  const rows = new Map<number, HTMLElement>();
  const chosen = new Set<number>();
  /** Of the runs whose notes are being written, and are not kept yet. */
  const noted = new Set<number>();
  /** Newest first. */
  let runs: readonly LoggedRun[] = [];
  let undoRemoval = (): void => {};

  const chosenRuns = (): readonly LoggedRun[] => runs.filter(({ number }) => chosen.has(number));
  /** What cannot be kept is told by the record. */
  const told = (): void => {};

  function tell(text: string, onUndo?: () => void): void {
    announce(text);
    undo.hidden = onUndo === undefined;
    undoRemoval = onUndo ?? (() => {});
  }

  function compare(): void {
    const [first, ...others] = chosenRuns();
    if (first === undefined) compared.replaceChildren();
    else if (others.length === 0) compared.replaceChildren(element('p', {}, say.chooseMore));
    else compared.replaceChildren(compareRuns([...chosenRuns()].reverse(), words));
  }

  function choose(number: number, isChosen: boolean): void {
    if (isChosen && chosen.size === comparedLimit) {
      const box = rows.get(number)?.querySelector<HTMLInputElement>('input');
      if (box) box.checked = false;
      tell(say.atMost(comparedLimit));
      return;
    }
    if (isChosen) chosen.add(number);
    else chosen.delete(number);
    compare();
  }

  function place(run: LoggedRun): void {
    const older = runs.find(({ number }) => number < run.number);
    const before = older === undefined ? runs.length : runs.indexOf(older);
    runs = [...runs.slice(0, before), run, ...runs.slice(before)];
    const { number } = run;
    const saving = createThrottle<null>(saveMilliseconds, () => {
      const run = runs.find((each) => each.number === number);
      if (run !== undefined) store.save(run).then(() => settle(run), told);
    });
    const row = runRow(run, chosen.has(number), words, {
      onChosen: (isChosen) => choose(number, isChosen),
      onNote(note) {
        alter(number, { note });
        noted.add(number);
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

  function alter(number: number, changes: Partial<LoggedRun>): LoggedRun | undefined {
    runs = runs.map((each) => (each.number === number ? { ...each, ...changes } : each));
    return runs.find((each) => each.number === number);
  }

  function takeOut(number: number): LoggedRun | undefined {
    const run = runs.find((each) => each.number === number);
    runs = runs.filter((each) => each !== run);
    rows.get(number)?.remove();
    rows.delete(number);
    if (chosen.delete(number)) compare();
    showWhetherEmpty();
    return run;
  }

  function remove(number: number): void {
    const run = takeOut(number);
    if (run === undefined) return;
    store.remove(run).catch(told);
    tell(say.removed(number), () => {
      store.save(run).catch(told);
      place(run);
      tell(say.restored(number));
      rows.get(number)?.querySelector('button')?.focus();
    });
    undo.focus();
  }

  /** A note is kept, unless more of it was written meanwhile. */
  function settle({ number, note }: LoggedRun): void {
    if (runs.find((each) => each.number === number)?.note === note) noted.delete(number);
  }

  /** As it is kept; a note that is being written here stays. */
  function update(run: LoggedRun): void {
    const { number, note } = run;
    const row = rows.get(number);
    const field = row?.querySelector('textarea');
    if (row === undefined || !field || noted.has(number)) {
      alter(number, { ...run, note: field?.value ?? note });
      return;
    }
    if (field.value !== note) field.value = note;
    requireElement(row, '.run-note-print').textContent = note;
    alter(number, run);
  }

  function showWhetherEmpty(): void {
    empty.hidden = runs.length > 0;
    content.hidden = runs.length === 0;
  }

  undo.addEventListener('click', () => undoRemoval());

  return {
    show(loaded) {
      for (const { number } of runs) {
        if (!loaded.some((run) => run.number === number)) takeOut(number);
      }
      for (const run of loaded) {
        if (rows.has(run.number)) update(run);
        else place(run);
      }
    },
    add(run, limit) {
      place(run);
      const [oldest] = runs.slice(limit);
      if (oldest !== undefined) takeOut(oldest.number);
      tell(say.added(run.number, run.cell));
    },
    addConfusion(number, confusion) {
      const run = alter(number, { confusion });
      if (chosen.has(number)) compare();
      if (run !== undefined) tell(say.confusionAdded(number));
      return run;
    },
  };
}

/** Roles are said again: on a narrow page the table is laid out as cards. */
function tableOf(body: HTMLElement, columns: readonly string[], label: string): HTMLElement {
  const headings = columns.map((column) => element('th', { scope: 'col', role: 'columnheader' }, column));
  const head = element('thead', { role: 'rowgroup' }, element('tr', { role: 'row' }, ...headings));
  return element('table', { class: 'run-table', role: 'table', 'aria-label': label }, head, body);
}
