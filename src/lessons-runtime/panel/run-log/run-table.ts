import type { LoggedRun, RunsStore } from '../../progress/record/runs-store.ts';
import type { Confusion } from '../../protocol/training.ts';
import { createThrottle } from '../../shared/throttle.ts';
import { createAnnouncer } from '../dom/announcer.ts';
import { element } from '../dom/element.ts';
import { requireElement } from '../dom/read-page.ts';
import type { PanelWords } from '../words/panel-words.ts';
import { createCompareBar } from './compare-bar.ts';
import { compareRuns } from './compare-runs.ts';
import { exportTools } from './export-tools.ts';
import { cellText, foldedText, type GroupHead, groupHead } from './group-heads.ts';
import { groupRuns, runKey } from './group-runs.ts';
import { type RunLogWords, runLogWords } from './run-log-words.ts';
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

/**
 * Creates the table of a lesson's runs by cell, the comparison of the chosen ones with a bar that leads to it, and the export
 * tools. Many trainings of one run of a cell are folded to one row.
 */
export function createRunTable(section: HTMLElement, words: PanelWords, store: RunsStore): RunTable {
  const logWords = runLogWords[words.language];
  const empty = requireElement(section, '[data-run-empty]');
  const status = requireElement(section, '[data-run-said]');
  const announce = createAnnouncer(status);
  const undo = element('button', { type: 'button', hidden: true }, logWords.undo);
  const columns = runColumns(logWords);
  const table = tableOf(columns, logWords.tableLabel);
  const compared = element('div', {});
  const bar = createCompareBar(words, {
    onCompare() {
      const heading = requireElement(compared, 'h3');
      heading.scrollIntoView();
      heading.focus({ preventScroll: true });
    },
    onClear() {
      const visible = table.querySelector<HTMLElement>('tr:not([hidden]) input:checked');
      (visible ?? requireElement(table, '.run-toggle')).focus();
      chosen.clear();
      for (const box of table.querySelectorAll('input')) box.checked = false;
      compare();
      showStatus(logWords.cleared);
    },
  });
  const tools = exportTools(section, words, () => (chosen.size === 0 ? runs : chosenRuns()));
  const content = element(
    'div',
    { hidden: true, 'data-run-content': true },
    table,
    compared,
    tools,
    bar.node,
  );
  status.after(' ', undo);
  section.append(content);

  const cells = [...section.ownerDocument.querySelectorAll<HTMLElement>('[data-cell]')].map(
    ({ dataset }) => dataset['cell'] ?? '',
  );
  const rows = new Map<number, HTMLElement>();
  const bodies = new Map<string, HTMLElement>();
  const heads = new Map<string, GroupHead>();
  const closedCells = new Set<string>();
  /** The keys of the foldable runs whose trainings are shown. */
  const unfoldedRuns = new Set<string>();
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
    const oldestFirst = chosenRuns().toReversed();
    bar.show(oldestFirst.map(({ number }) => number));
    compared.replaceChildren(...(oldestFirst.length < 2 ? [] : [compareRuns(oldestFirst, words)]));
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
    // The text beside Undo says what it would restore.
    if (undo.hidden) announce(tickedText());
  }

  function tickedText(): string {
    if (chosen.size === 0) return logWords.cleared;
    if (chosen.size === 1) return logWords.chooseMore;
    return logWords.ticked(words.format.list([...chosen].toSorted((a, b) => a - b).map(String)));
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
  }

  /** Places all rows by their groups. Rows that are in their place are not moved, so that they keep the focus. */
  function arrange(): void {
    const groups = groupRuns(runs, cells);
    const shown = groups.map((group) => {
      const isOpen = !closedCells.has(group.cell);
      const head = headOf(`cell/${group.cell}`, 'cell', closedCells, group.cell);
      head.update(cellText(group, words), isOpen);
      const rowsOfCell = group.runs.flatMap((run) => {
        // A run must not fold while the learner is in one of its rows.
        if (run.trainings.some(({ number }) => rows.get(number)?.contains(document.activeElement)))
          unfoldedRuns.add(run.key);
        const isUnfolded = isOpen && (!run.isFoldable || unfoldedRuns.has(run.key));
        const trainings = run.trainings.flatMap(({ number }) => {
          const row = rows.get(number);
          if (row !== undefined) row.hidden = !isUnfolded;
          return row ?? [];
        });
        if (!run.isFoldable) return trainings;
        const runHead = headOf(`run/${run.key}`, 'run', unfoldedRuns, run.key);
        runHead.row.hidden = !isOpen;
        runHead.update(foldedText(run, words), isUnfolded);
        return [runHead.row, ...trainings];
      });
      const body = bodies.get(group.cell) ?? element('tbody', { role: 'rowgroup' });
      bodies.set(group.cell, body);
      place(body, [head.row, ...rowsOfCell]);
      return body;
    });
    place(table, [requireElement(table, 'thead'), ...shown]);
    empty.hidden = runs.length > 0;
    content.hidden = runs.length === 0;
  }

  /** Returns the row above a group. Its button adds the group's key to `toggled`, or removes it. */
  function headOf(id: string, kind: 'cell' | 'run', toggled: Set<string>, key: string): GroupHead {
    const known = heads.get(id);
    if (known !== undefined) return known;
    const onToggle = (): void => {
      if (!toggled.delete(key)) toggled.add(key);
      arrange();
    };
    const link = kind === 'cell' && cells.includes(key) ? cellLink(key, logWords) : undefined;
    const head = groupHead(kind, columns.length, onToggle, link);
    heads.set(id, head);
    return head;
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
    arrange();
    return run;
  }

  function remove(number: number): void {
    const run = removeRow(number);
    if (run === undefined) return;
    store.remove(run).catch(ignore);
    showStatus(logWords.removed(number), () => {
      store.save(run).catch(ignore);
      insert(run);
      closedCells.delete(run.cell);
      unfoldedRuns.add(runKey(run));
      arrange();
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
      arrange();
    },
    add(run, limit) {
      insert(run);
      const [oldest] = runs.slice(limit);
      if (oldest !== undefined) removeRow(oldest.number);
      arrange();
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

/** Makes `nodes` the children of an element, without moving those that are in their place. */
function place(parent: HTMLElement, nodes: readonly HTMLElement[]): void {
  const kept = new Set<Element>(nodes);
  for (const child of [...parent.children]) if (!kept.has(child)) child.remove();
  nodes.forEach((node, index) => {
    if (parent.children[index] !== node) parent.insertBefore(node, parent.children[index] ?? null);
  });
}

function cellLink(cell: string, logWords: RunLogWords): HTMLElement {
  return element('a', { href: `#cell-${cell}`, 'aria-label': logWords.goToCell(cell) }, logWords.toCell);
}

/** The roles are explicit because on a narrow page the table is laid out as cards. */
function tableOf(columns: readonly string[], label: string): HTMLElement {
  const headings = columns.map((column) => element('th', { scope: 'col', role: 'columnheader' }, column));
  const head = element('thead', { role: 'rowgroup' }, element('tr', { role: 'row' }, ...headings));
  return element('table', { class: 'run-table', role: 'table', 'aria-label': label }, head);
}
