import { loadPart, PartFailure } from '../../shared/load-part.ts';
import type { CellView } from '../cell/cell-view.ts';
import type { CellOnPage } from '../dom/read-page.ts';
import { partWords } from '../mount-part.ts';
import type { PanelWords } from '../words/panel-words.ts';
import type { FirstStepsList } from './first-steps.ts';
import { createLazyProgress, type LazyProgress } from './lazy-progress.ts';
import type { LessonBar } from './lesson-bar.ts';

/** What keeps the progress of the lesson on this page; the bar says what of it cannot be kept. */
export function createLessonProgress(
  root: Document,
  lesson: string,
  words: PanelWords,
  parts: {
    readonly bar: Pick<LessonBar, 'showNotice'>;
    readonly cells: readonly CellOnPage[];
    readonly views: ReadonlyMap<string, CellView>;
    readonly firstSteps: FirstStepsList | null;
  },
): LazyProgress {
  const { bar, cells, views, firstSteps } = parts;
  /** Why nothing is kept, where it is for want of a script and not of the browser's leave. */
  let missing: PartFailure | null = null;

  async function open() {
    const { keepProgress } = await loadPart(() => import('./keep-progress.ts')).catch((error: unknown) => {
      missing = error instanceof PartFailure ? error : null;
      throw error;
    });
    if (missing !== null) bar.showNotice(partWords()['saved'] ?? '');
    missing = null;
    return keepProgress(lesson, words, {
      cells: cells.flatMap(({ id, source }) => {
        const view = views.get(id);
        // A run that still waits for the record is none.
        return view === undefined
          ? []
          : [{ id, authored: source, code: view.code, hasRun: () => view.state !== null }];
      }),
      firstSteps,
      onTrouble: (text) => bar.showNotice(text, true),
    });
  }

  const progress = createLazyProgress(root, open, () =>
    bar.showNotice(missing === null ? words.notSaved : (partWords()['unsaved'] ?? ''), true),
  );
  for (const { code } of views.values()) code.onChange(() => void progress.keep());
  return progress;
}
