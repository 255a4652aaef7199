import { loadPart, PartFailure } from '../../shared/load-part.ts';
import type { CellView } from '../cell/cell-view.ts';
import { partWords } from '../dom/mount-part.ts';
import type { CellOnPage } from '../dom/read-page.ts';
import type { PanelWords } from '../words/panel-words.ts';
import type { FirstStepsList } from './first-steps.ts';
import { createLazyProgress, type LazyProgress } from './lazy-progress.ts';
import type { LessonBar } from './lesson-bar.ts';

/** Creates what restores and stores the lesson's progress. The bar shows what cannot be stored. */
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
  /** Set if nothing is stored because a script could not be loaded, not because the browser refuses. */
  let loadFailure: PartFailure | null = null;

  async function open() {
    const { openProgressRecorder } = await loadPart(() => import('./progress-recorder.ts')).catch(
      (error: unknown) => {
        loadFailure = error instanceof PartFailure ? error : null;
        throw error;
      },
    );
    if (loadFailure !== null) bar.showNotice(partWords()['saved'] ?? '');
    loadFailure = null;
    return openProgressRecorder(lesson, words, {
      cells: cells.flatMap(({ id, source, section }) => {
        const view = views.get(id);
        // A run that still waits for the record has no state and does not count.
        return view === undefined
          ? []
          : [{ id, authored: source, section, view, code: view.code, hasRun: () => view.state !== null }];
      }),
      firstSteps,
      onProblem: (text) => bar.showNotice(text, true),
    });
  }

  const progress = createLazyProgress(root, open, () =>
    bar.showNotice(loadFailure === null ? words.notSaved : (partWords()['unsaved'] ?? ''), true),
  );
  for (const { code } of views.values()) code.onChange(() => void progress.open());
  return progress;
}
