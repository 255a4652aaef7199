import { loadPart } from '../../shared/load-part.ts';
import type { CellView } from '../cell/cell-view.ts';
import type { CellOnPage } from '../dom/read-page.ts';
import { mountPart } from '../mount-part.ts';
import type { PanelWords } from '../words/panel-words.ts';
import { carriedParts, carryOutputs, takeCarriedOutputs } from './carried-outputs.ts';

/** Shows what the lesson's cells showed in the other language, and hands on what they show here when it is switched. */
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
        state === null ? [] : [[id, carriedParts(state.outputs)] as const],
      );
      carryOutputs(lesson, { ...carried, ...Object.fromEntries(shown) });
    });
  }
}
