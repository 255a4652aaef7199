import type { Output } from '../../protocol/output.ts';
import { unbudgetedKinds } from '../../protocol/unbudgeted-kinds.ts';
import { element } from '../dom/element.ts';
import type { PanelWords } from '../words/panel-words.ts';
import { outputWords } from './output-words.ts';
import { showOutput } from './show-output.ts';
import type { LiveActions, ShowContext, ShownOutput } from './shown-output.ts';

/** The outputs of a cell's last run. */
export interface OutputList {
  /**
   * Shows the outputs of a run, given all of them; draws only what has changed since the last call.
   * @param isRunning whether the run may show more; default false
   */
  show(run: number, outputs: readonly Output[], isRunning?: boolean): void;
}

/** The values of `data-output` for kinds that have no value of their own: a page promises its embedders fewer kinds. */
const publicKinds: Partial<Record<Output['kind'], string>> = {
  tensor: 'value',
  model: 'table',
  predictions: 'table',
  note: 'text',
  markdown: 'text',
};

/** How many outputs are drawn at first, and with each click on "more": a loop that displays must not fill the page. */
const pageSize = 100;

/** An output. It is not drawn until the learner shows more. */
interface Entry {
  part: Output;
  drawn: { readonly view: ShownOutput; readonly frame: HTMLElement } | null;
}

/** The actions that outputs offer. */
interface OutputActions {
  /** Announces the result of an action to screen readers. */
  readonly announce: (text: string) => void;
  /** Called when the learner follows an error to its line and column, both 1-based. */
  readonly goToCode: (cell: string, line: number, column: number) => void;
  /** Called when the learner freezes layers in a panel. @returns whether the worker with the model still exists */
  readonly onFreeze: (run: number, panel: string, layers: number) => boolean;
  readonly live: LiveActions;
  /** Called when the learner asks for an occlusion map. @returns whether the worker with the model still exists */
  readonly onOcclude: (cell: string, run: number, card: string) => boolean;
}

/** Creates the list of a cell's outputs in `container`. */
export function createOutputList(
  container: HTMLElement,
  cell: string,
  panelWords: PanelWords,
  actions: OutputActions,
): OutputList {
  const words = { ...panelWords, output: outputWords[panelWords.language] };
  const context: ShowContext = {
    cell,
    words,
    announce: actions.announce,
    goToCode: actions.goToCode,
    onFreeze: (panel, layers) => actions.onFreeze(shownRun, panel, layers),
    run: () => shownRun,
    live: actions.live,
    onOcclude: (card) => actions.onOcclude(cell, shownRun, card),
  };
  const more = element('button', { type: 'button', class: 'output-button output-more' });
  let shownRun = 0;
  let entries: Entry[] = [];
  /** How many more outputs may be drawn. */
  let budget = pageSize;

  more.addEventListener('click', () => {
    budget += pageSize;
    entries.forEach((entry, index) => {
      if (entry.drawn === null && takeBudget(entry.part)) draw(entry, index);
    });
    updateMore();
  });

  /** Removes the outputs, but keeps their height until the new run shows something, so that the page does not jump. */
  function clear(): void {
    container.style.minHeight = `${container.offsetHeight}px`;
    container.replaceChildren();
    entries = [];
    budget = pageSize;
  }

  function takeBudget({ kind }: Output): boolean {
    if (unbudgetedKinds.has(kind)) return true;
    budget -= 1;
    return budget >= 0;
  }

  function draw(entry: Entry, index: number): void {
    const view = showOutput(entry.part, context);
    const frame = element(
      'div',
      {
        'data-output': publicKinds[entry.part.kind] ?? entry.part.kind,
        class: `output output-${entry.part.kind}`,
      },
      view.node,
    );
    if (entry.drawn !== null) entry.drawn.frame.replaceWith(frame);
    else container.insertBefore(frame, nextDrawn(index));
    entry.drawn = { view, frame };
  }

  /** Returns the next drawn output after an index, before which an output of this index belongs. */
  function nextDrawn(index: number): Node | null {
    return entries.slice(index + 1).find(({ drawn }) => drawn !== null)?.drawn?.frame ?? null;
  }

  /** Places the button that shows more outputs, if there are any, before the first one that is not drawn. */
  function updateMore(): void {
    budget = Math.max(0, budget);
    const hiddenCount = entries.filter(({ drawn }) => drawn === null).length;
    more.remove();
    if (hiddenCount === 0) return;
    const { count } = words.format;
    more.textContent = words.output.moreOutputs(count(Math.min(hiddenCount, pageSize)), count(hiddenCount));
    container.insertBefore(more, nextDrawn(entries.findIndex(({ drawn }) => drawn === null)));
  }

  function update(part: Output, index: number): void {
    const known = entries[index];
    if (known === undefined) {
      const entry: Entry = { part, drawn: null };
      entries.push(entry);
      if (takeBudget(part)) draw(entry, index);
      return;
    }
    if (known.part === part) return;
    known.part = part;
    if (known.drawn !== null && known.drawn.view.update?.(part) !== true) draw(known, index);
  }

  return {
    show(run, outputs, isRunning = false) {
      if (outputs.length < entries.length || (run !== shownRun && outputs.length === 0)) clear();
      shownRun = run;
      outputs.forEach(update);
      updateMore();
      if (outputs.length > 0 || !isRunning) container.style.minHeight = '';
    },
  };
}
