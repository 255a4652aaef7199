import { loadPart } from '../../shared/load-part.ts';
import type { CellView } from '../cell/cell-view.ts';
import { mountPart } from '../dom/mount-part.ts';
import type { CellOnPage } from '../dom/read-page.ts';
import type { PanelWords } from '../words/panel-words.ts';
import { carryOutputs, selectCarriedOutputs, takeCarriedOutputs } from './carried-outputs.ts';

/** Shows the outputs that the cells had before a switch of language, and stores the current ones at the next switch. */
export function carryBetweenLanguages(
  root: Document,
  lesson: string,
  words: PanelWords,
  cells: readonly CellOnPage[],
  views: ReadonlyMap<string, CellView>,
): void {
  const carried = takeCarriedOutputs(lesson);
  for (const { id, section } of cells) {
    const { [id]: parts = [] } = carried;
    const view = views.get(id);
    if (parts.length === 0 || view === undefined) continue;
    mountPart(section, async () => {
      const { showCarriedOutputs } = await loadPart(() => import('./show-carried-outputs.ts'));
      showCarriedOutputs(view, id, parts, words);
    });
  }
  for (const link of root.querySelectorAll('a[data-language]')) {
    link.addEventListener('click', () => {
      const shown = [...views].flatMap(([id, { state }]) =>
        state === null ? [] : [[id, selectCarriedOutputs(state.outputs)] as const],
      );
      carryOutputs(lesson, { ...carried, ...Object.fromEntries(shown) });
    });
  }
}
