import type { Output } from '../../protocol/output.ts';
import { element } from '../element.ts';
import type { PanelWords } from '../words.ts';
import { type ShowContext, type ShownOutput, showOutput } from './show-output.ts';

/** What a cell's last run showed, kept in step with its state. */
export interface OutputList {
  show(run: number, outputs: readonly Output[]): void;
}

/** What a page promises its embedders are fewer kinds than it draws. */
const publicKinds: Partial<Record<Output['kind'], string>> = {
  tensor: 'value',
  model: 'table',
  note: 'text',
};

/** @param onPlace called when the learner follows an error to its place, both 1-based */
export function createOutputList(
  container: HTMLElement,
  cell: string,
  words: PanelWords,
  onPlace: (cell: string, line: number, column: number) => void,
): OutputList {
  const context: ShowContext = { cell, words, onPlace };
  let shownRun = 0;
  let shown: { part: Output; view: ShownOutput }[] = [];

  /** Earlier outputs keep their height until the new run shows something: the page does not jump. */
  function clear(): void {
    container.style.minHeight = `${container.offsetHeight}px`;
    container.replaceChildren();
    shown = [];
  }

  return {
    show(run, outputs) {
      if (outputs.length < shown.length || (run !== shownRun && outputs.length === 0)) clear();
      shownRun = run;
      outputs.forEach((part, place) => {
        const known = shown[place];
        if (known?.part === part) return;
        if (known !== undefined && known.view.update?.(part) === true) {
          known.part = part;
          return;
        }
        const view = showOutput(part, context);
        const kind = publicKinds[part.kind] ?? part.kind;
        const frame = element('div', { 'data-output': kind, class: `output output-${part.kind}` }, view.node);
        if (known === undefined) container.append(frame);
        else container.children[place]?.replaceWith(frame);
        shown[place] = { part, view };
      });
      if (outputs.length > 0) container.style.minHeight = '';
    },
  };
}
