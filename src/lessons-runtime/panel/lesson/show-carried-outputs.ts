import * as v from 'valibot';
import { outputSchema } from '../../protocol/output.ts';
import type { CellView } from '../cell/cell-view.ts';
import { element } from '../dom/element.ts';
// Imported from the engine's script, which contains it: otherwise it would be a script of its own, and every first run would
// load both.
import { createOutputList } from '../engine/start-engine.ts';
import type { PanelWords } from '../words/panel-words.ts';

/** Shows a cell's outputs of before the switch of language, with a note; the next run of the cell replaces them. */
export function showCarriedOutputs(
  { output: container, announce }: CellView,
  cell: string,
  parts: readonly unknown[],
  words: PanelWords,
): void {
  // The learner may have run the cell already.
  if (container.childElementCount > 0) return;
  const outputs = parts.flatMap((part) => {
    const parsed = v.safeParse(outputSchema, part);
    return parsed.success ? [parsed.output] : [];
  });
  if (outputs.length === 0) return;
  const list = element('div', {});
  const note = element('p', { class: 'carried-note' }, words.beforeSwitch);
  container.replaceChildren(element('div', { 'data-carried': true }, note, list));
  createOutputList(list, cell, words, { announce, goToCode() {}, onFreeze: () => false }).show(0, outputs);
}
