import {
  type CellHistory,
  createCellHistory,
  type EarlierRun,
  undeclaredName,
} from '../../host/cells/cell-history.ts';
import { type InputKind, inputKinds } from '../../lesson/cell-names.ts';
import { openOutputStore } from '../../progress/blobs/output-store.ts';
import { loadPart } from '../../shared/load-part.ts';
import { createThrottle } from '../../shared/throttle.ts';
import type { CellView } from '../cell/cell-view.ts';
import { element } from '../dom/element.ts';
import type { CellOnPage } from '../dom/read-page.ts';
import { restorePhoto } from '../photos/restore-photo.ts';
import type { PanelWords } from '../words/panel-words.ts';
import { askInHead } from './ask-in-head.ts';
import { cellHistoryWords } from './cell-history-words.ts';
import { namesIn, withCellLinks } from './cell-markup.ts';
import { mountCellMenu } from './cell-menu.ts';
import { readInputs } from './read-inputs.ts';
import { showEarlierOutputs } from './show-earlier-outputs.ts';

/** How long after a change the marks follow, so that typing is not slowed. */
const refreshMilliseconds = 250;

/** A cell of the page with its view. */
export interface ShownCell extends CellOnPage {
  readonly view: CellView;
}

/** What shows the history of a lesson's cells. */
export interface ShownHistory extends Pick<CellHistory, 'recordRun' | 'endWorker'> {
  /** Shows the outputs of earlier visits, once. */
  readonly restore: () => Promise<void>;
  /** As `asksBeforeRun` of `ProgressRecorder`. */
  readonly asksBeforeRun: (cell: string, onStart: () => void) => Promise<boolean>;
}

/**
 * Shows the history of a lesson's cells: outputs of earlier visits, marks on outputs from before a change, and the buttons that
 * run several cells.
 * @param actions `run` runs cells one after the other; `announce` announces a text in the bar of the lesson
 */
export function showHistory(
  root: Document,
  lesson: string,
  panelWords: PanelWords,
  cells: readonly ShownCell[],
  actions: {
    readonly run: (cells: readonly string[]) => void;
    readonly announce: (text: string) => void;
  },
): ShownHistory {
  const { format } = panelWords;
  const words = cellHistoryWords[panelWords.language];
  const seed = root.querySelector<HTMLInputElement>('[data-lesson-bar] [data-seed]');
  const viewOf = new Map(cells.map(({ id, view }) => [id, view]));
  /** The cells that are marked as stale. */
  let marked: ReadonlySet<string> = new Set();
  /** The time of the outputs of earlier visits that are shown. */
  const earlier = new Map<string, number>();
  /** The cell whose code was changed last: its editor has the focus, so its own mark is not announced. */
  let edited = '';
  let isRestoring = false;

  const history = createCellHistory(
    lesson,
    cells.map(({ id, source, section, view }) => ({
      id,
      isExercise: section.closest('[data-exercise]') !== null,
      authored: source,
      names: namesIn(section),
      source: view.code.source,
      hasRun: () => view.state !== null,
      isBusy: () => view.status === 'queued' || view.status === 'running',
    })),
    {
      store: openOutputStore(),
      async parseNames(source) {
        const { cellNames } = await loadPart(() => import('../../compile/cell-names.ts'));
        return cellNames(source);
      },
      inputs: () => readInputs(root),
      seed: () => Number(seed?.value),
      onChange: show,
    },
  );
  const refreshing = createThrottle<null>(refreshMilliseconds, () => void history.refresh());
  const refresh = () => refreshing.push(null);

  const notices = new Map(cells.map((cell) => [cell.id, createNotice(cell)]));
  for (const { id, view, section } of cells) {
    view.code.onChange(() => {
      edited = id;
      refresh();
    });
    mountCellMenu(section, async (close) => {
      await history.readNames();
      return plansFor(id, close);
    });
  }
  seed?.addEventListener('change', refresh);
  new MutationObserver(refresh).observe(root.documentElement, {
    subtree: true,
    attributeFilter: ['data-content', 'data-rerun'],
  });
  /** What updates the button of an input, or of a view of an output that offers the same. */
  const inputButtons = new WeakMap<HTMLElement, () => void>();

  function show(): void {
    const stale = new Set(
      [...history.stale.keys()].filter((id) => viewOf.get(id)?.state !== null || earlier.has(id)),
    );
    for (const { id, section, view } of cells) {
      section.toggleAttribute('data-stale', stale.has(id));
      if (history.lost.has(id) && view.status === 'done') view.showIdle();
      notices.get(id)?.(stale.has(id));
    }
    showInputButtons();
    const others = [...stale].filter((id) => !marked.has(id) && id !== edited);
    if (others.length > 0 && !isRestoring) actions.announce(words.nowStale(format.list(others)));
    marked = stale;
  }

  /** Creates what shows above a cell's outputs from when they are. */
  function createNotice({ id, section, view }: ShownCell): (isStale: boolean) => void {
    const notice = element('div', { class: 'cell-notice', 'data-cell-notice': true });
    let shown = '';
    return (isStale) => {
      const reason = isStale ? history.stale.get(id) : undefined;
      const isEarlier = earlier.has(id) && view.state === null;
      const missing = isEarlier ? history.missing(id) : [];
      const text = JSON.stringify([reason, isEarlier, history.lost.has(id), missing]);
      if (text === shown) return;
      shown = text;
      const sentences: (readonly (Node | string)[])[] = [];
      if (reason?.kind === 'cell') sentences.push(withLinks(words.staleCell(reason.cell)));
      else if (reason !== undefined) sentences.push([words.stale[reason.kind]]);
      if (isEarlier) sentences.push([words.earlier(format.date(earlier.get(id) ?? 0, 'medium'))]);
      if (missing.length > 0) {
        const all = [...missing, id];
        sentences.push([words.earlierNeeds(listOf(missing)), durationText(all)]);
        sentences.push([runButton(words.runMissing, all, view.focusRun)]);
      }
      if (history.lost.has(id)) sentences.push([words.lost]);
      notice.replaceChildren(...sentences.flatMap((parts, index) => [index === 0 ? '' : ' ', ...parts]));
      if (sentences.length === 0) notice.remove();
      else if (!notice.isConnected) section.insertBefore(notice, view.output);
    };
  }

  const listOf = (ids: readonly string[]) => format.list(ids);

  function durationText(ids: readonly string[]): string {
    const seconds = history.duration(ids) / 1000;
    return seconds < 2 ? '' : ` ${words.lastTime(format.duration(seconds))}`;
  }

  /** @param focusNext moves the focus, because the button disappears */
  function runButton(label: string, ids: readonly string[], focusNext: () => void): HTMLButtonElement {
    const button = element('button', { type: 'button' }, label);
    button.addEventListener('click', () => {
      focusNext();
      actions.run(ids);
    });
    return button;
  }

  /** Returns the buttons of a cell's menu, each with what it will run. */
  function plansFor(id: string, close: () => void): readonly HTMLElement[] {
    const { missing: before, dependents } = history.from(id);
    const all = [...before, id, ...dependents];
    const from = element(
      'p',
      {},
      dependents.length === 0 ? words.runFromAlone : words.runFromPlan(listOf(dependents)),
      before.length === 0 ? '' : ` ${words.before(listOf(before))}`,
      durationText(all),
    );
    const missing = history.missing(id);
    return [
      runButton(words.runFrom, all, close),
      from,
      ...(missing.length === 0
        ? []
        : [
            runButton(words.runMissing, [...missing, id], close),
            element('p', {}, words.runMissingPlan(listOf(missing)), durationText([...missing, id])),
          ]),
    ];
  }

  const withLinks = (text: string) => withCellLinks(text, (id) => viewOf.has(id));

  /** Returns what a button says that runs what is missing. */
  const missingLabel = (missing: readonly string[]) =>
    missing.length > 3 ? words.runMissing : words.runThese(listOf(missing));

  /** Shows below an error which cell declares the name, with a button that runs what is missing. */
  function offerMissing(id: string): void {
    const view = viewOf.get(id);
    if (view?.state?.status !== 'failed') return;
    const found = undeclaredName(view.state.outputs, (name) => history.provider(name, id));
    const missing = history.missing(id);
    if (found === null || !missing.includes(found.cell)) return;
    const label = missingLabel(missing);
    const sentence = element('p', {}, ...withLinks(words.declaredIn(found.name, found.cell)));
    if (missing.length > 3) sentence.append(` ${words.before(listOf(missing))}`);
    sentence.append(durationText([...missing, id]));
    view.output.append(
      element(
        'div',
        { class: 'cell-missing', 'data-missing': true },
        sentence,
        runButton(label, [...missing, id], () => view.focusRun()),
      ),
    );
    actions.announce(sentence.textContent);
  }

  function showInputButtons(): void {
    for (const kind of inputKinds) {
      const places = `[data-input="${kind}"], [data-rerun="${kind}"]`;
      for (const place of root.querySelectorAll<HTMLElement>(places)) {
        const update = inputButtons.get(place) ?? createInputButton(kind, place);
        inputButtons.set(place, update);
        update();
      }
    }
  }

  async function asksBeforeRun(id: string, onStart: () => void): Promise<boolean> {
    const view = viewOf.get(id);
    const section = cells.find((cell) => cell.id === id)?.section;
    await history.readNames();
    const missing = history.missing(id);
    // What has run once can run again; if it cannot, the error says what is missing.
    if (view === undefined || section === undefined || missing.length === 0 || history.hasRunHere(id))
      return false;
    const names = history.missingNames(id);
    const [first] = names;
    const all = [...missing, id];
    const text =
      names.length === 1 && missing.length === 1 && first !== undefined
        ? words.declaredIn(first.name, first.cell)
        : words.runMissingPlan(format.list(missing.map((cell) => `\`${cell}\``)));
    const sentence = element('p', {}, ...withLinks(text), durationText(all));
    const answer = (ids: readonly string[]) => () => {
      actions.run(ids);
      onStart();
    };
    // While a cell is queued, its question is hidden.
    view.showIdle();
    askInHead(section, sentence, {
      answers: [
        { label: missingLabel(missing), choose: answer(all) },
        { label: words.runOnly, choose: answer([id]) },
      ],
      onClose: view.focusRun,
    });
    view.announce(sentence.textContent);
    return true;
  }

  /** Creates the button below an input that runs again what uses it; shown once something has. */
  function createInputButton(kind: InputKind, section: HTMLElement): () => void {
    const label = section.dataset['rerunLabel'] ?? words.runInput[kind];
    const button = element('button', { type: 'button' }, label);
    const plan = element('p', { class: 'photo-hint' });
    const box = element('div', { class: 'photo-own input-rerun' }, button, plan);
    button.addEventListener('click', () => {
      // The outputs that contain the button are cleared when their cell runs.
      viewOf.get(section.closest<HTMLElement>('[data-cell]')?.dataset['cell'] ?? '')?.focusRun();
      actions.run(history.readers(kind));
    });
    return () => {
      const readers = history.readers(kind);
      plan.textContent = words.runInputPlan(listOf(readers)) + durationText(readers);
      if (readers.length === 0) box.remove();
      else if (!box.isConnected) section.append(box);
    };
  }

  async function showEarlier({ cell: id, at, outputs }: EarlierRun): Promise<void> {
    const view = viewOf.get(id);
    if (view === undefined) return;
    const goToCode = (cell: string, line: number, column: number) =>
      viewOf.get(cell)?.code.goTo(line, column);
    if (await showEarlierOutputs(view, id, outputs, panelWords, goToCode)) earlier.set(id, at);
  }

  return {
    async recordRun(cell, state, inputs) {
      await history.recordRun(cell, state, inputs);
      offerMissing(cell);
    },
    endWorker: history.endWorker,
    asksBeforeRun,
    async restore() {
      isRestoring = true;
      await restorePhoto(root);
      const runs = await history.restore();
      await Promise.allSettled(runs.map(showEarlier));
      show();
      isRestoring = false;
    },
  };
}
