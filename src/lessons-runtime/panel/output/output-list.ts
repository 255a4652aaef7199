import type { Output } from '../../protocol/output.ts';
import { unbudgetedKinds } from '../../protocol/unbudgeted-kinds.ts';
import { element } from '../dom/element.ts';
import type { PanelWords } from '../words/panel-words.ts';
import { outputWords } from './output-words.ts';
import { showOutput } from './show-output.ts';
import type { ShowContext, ShownOutput } from './shown-output.ts';

/** What a cell's last run showed, kept in step with its state. */
export interface OutputList {
  show(run: number, outputs: readonly Output[]): void;
}

/** What a page promises its embedders are fewer kinds than it draws. */
const publicKinds: Partial<Record<Output['kind'], string>> = {
  tensor: 'value',
  model: 'table',
  note: 'text',
  markdown: 'text',
};

/** So many outputs are drawn, and so many more each time the learner asks: a loop that displays must not fill the page. */
const drawnAtOnce = 100;

/** A part is drawn, or held back until the learner asks for more. */
interface Place {
  part: Output;
  drawn: { readonly view: ShownOutput; readonly frame: HTMLElement } | null;
}

/** What a learner can do with an output. */
export interface OutputActions {
  /** Says what came of it to who hears the page. */
  readonly announce: (text: string) => void;
  /** Called when they follow an error to its place, both 1-based. */
  readonly onPlace: (cell: string, line: number, column: number) => void;
  /** Called when they freeze a panel's layers. @returns whether the worker that has them is still there */
  readonly onFreeze: (run: number, panel: string, layers: number) => boolean;
}

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
    onPlace: actions.onPlace,
    onFreeze: (panel, layers) => actions.onFreeze(shownRun, panel, layers),
  };
  const more = element('button', { type: 'button', class: 'output-button output-more' });
  let shownRun = 0;
  let places: Place[] = [];
  let room = drawnAtOnce;

  more.addEventListener('click', () => {
    room += drawnAtOnce;
    places.forEach((place, index) => {
      if (place.drawn === null && hasRoom(place.part)) draw(place, index);
    });
    offerMore();
  });

  /** Earlier outputs keep their height until the new run shows something: the page does not jump. */
  function clear(): void {
    container.style.minHeight = `${container.offsetHeight}px`;
    container.replaceChildren();
    places = [];
    room = drawnAtOnce;
  }

  function hasRoom({ kind }: Output): boolean {
    if (unbudgetedKinds.has(kind)) return true;
    room -= 1;
    return room >= 0;
  }

  function draw(place: Place, index: number): void {
    const view = showOutput(place.part, context);
    const frame = element(
      'div',
      {
        'data-output': publicKinds[place.part.kind] ?? place.part.kind,
        class: `output output-${place.part.kind}`,
      },
      view.node,
    );
    if (place.drawn !== null) place.drawn.frame.replaceWith(frame);
    else container.insertBefore(frame, drawnAfter(index));
    place.drawn = { view, frame };
  }

  /** Where a part belongs: before the next one that is drawn. */
  function drawnAfter(index: number): Node | null {
    return places.slice(index + 1).find(({ drawn }) => drawn !== null)?.drawn?.frame ?? null;
  }

  function offerMore(): void {
    room = Math.max(0, room);
    const held = places.filter(({ drawn }) => drawn === null).length;
    more.remove();
    if (held === 0) return;
    const say = (count: number) => words.format.count(count);
    more.textContent = words.output.moreOutputs(say(Math.min(held, drawnAtOnce)), say(held));
    container.insertBefore(more, drawnAfter(places.findIndex(({ drawn }) => drawn === null)));
  }

  function take(part: Output, index: number): void {
    const known = places[index];
    if (known === undefined) {
      const place: Place = { part, drawn: null };
      places.push(place);
      if (hasRoom(part)) draw(place, index);
      return;
    }
    if (known.part === part) return;
    known.part = part;
    if (known.drawn !== null && known.drawn.view.update?.(part) !== true) draw(known, index);
  }

  return {
    show(run, outputs) {
      if (outputs.length < places.length || (run !== shownRun && outputs.length === 0)) clear();
      shownRun = run;
      outputs.forEach(take);
      offerMore();
      if (outputs.length > 0) container.style.minHeight = '';
    },
  };
}
