import * as v from 'valibot';
import { outputSchema } from '../../protocol/output.ts';
import { loadPart } from '../../shared/load-part.ts';
import type { CellView } from '../cell/cell-view.ts';
import { element } from '../dom/element.ts';
import { noLive } from '../output/live/no-live.ts';
import type { PanelWords } from '../words/panel-words.ts';

/**
 * Shows a cell's outputs of an earlier visit, unless it was run meanwhile; the next run of the cell replaces them.
 * @param outputs not validated: what is no output is left out
 * @returns whether any output is shown
 */
export async function showEarlierOutputs(
  view: CellView,
  cell: string,
  outputs: readonly unknown[],
  words: PanelWords,
  goToCode: (cell: string, line: number, column: number) => void,
): Promise<boolean> {
  const parts = outputs.flatMap((part) => {
    const parsed = v.safeParse(outputSchema, part);
    return parsed.success ? [parsed.output] : [];
  });
  if (view.state !== null || parts.length === 0) return false;
  // Imported from the engine's script, which contains it: otherwise it would be a script of its own, and every first run would
  // load both.
  const { createOutputList } = await loadPart(() => import('../engine/start-engine.ts'));
  if (view.state !== null || view.output.childElementCount > 0) return false;
  const list = element('div', { class: 'earlier-outputs', 'data-earlier': true });
  view.output.replaceChildren(list);
  const isGone = () => false;
  const actions = { announce: view.announce, goToCode, onFreeze: isGone, onOcclude: isGone, live: noLive };
  createOutputList(list, cell, words, actions).show(0, parts);
  return true;
}
