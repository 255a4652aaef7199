import * as v from 'valibot';
import { outputSchema } from '../../protocol/output.ts';
import type { CellView } from '../cell/cell-view.ts';
import { element } from '../dom/element.ts';
// From the engine, whose script has it: it would be in one of its own otherwise, and every first run would load both.
import { createOutputList } from '../engine/start-engine.ts';
import type { PanelWords } from '../words/panel-words.ts';

/** Shows what a cell showed before the language was switched, marked as such; the next run of the cell takes its place. */
export function showCarriedOutputs(
  { output: container, announce }: CellView,
  cell: string,
  parts: readonly unknown[],
  words: PanelWords,
): void {
  // Whoever ran the cell before this came sees the new run.
  if (container.childElementCount > 0) return;
  const outputs = parts.flatMap((part) => {
    const parsed = v.safeParse(outputSchema, part);
    return parsed.success ? [parsed.output] : [];
  });
  if (outputs.length === 0) return;
  const list = element('div', {});
  const note = element('p', { class: 'carried-note' }, words.beforeSwitch);
  container.replaceChildren(element('div', { 'data-carried': true }, note, list));
  createOutputList(list, cell, words, { announce, onPlace() {}, onFreeze: () => false }).show(0, outputs);
}
