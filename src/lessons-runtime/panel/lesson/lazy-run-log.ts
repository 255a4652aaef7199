import { loadPart } from '../../shared/load-part.ts';
import { once } from '../../shared/once.ts';
import { onVisible } from '../dom/on-visible.ts';
import { mountPart } from '../mount-part.ts';
import type { RunLog } from '../run-log/run-log.ts';
import type { PanelWords } from '../words/panel-words.ts';
import type { LazyProgress } from './lazy-progress.ts';

type Log = Pick<RunLog, 'onTrainingEvent' | 'endWorker'>;

/** The log of trainings, loaded with the first of them, or when the reader comes to its place. */
export function createLazyRunLog(
  root: Document,
  lesson: string,
  words: PanelWords,
  progress: Pick<LazyProgress, 'keep'>,
): Log {
  const place = root.querySelector<HTMLElement>('[data-run-log]');
  let hasTrained = false;
  const load = once(async () => {
    // It tells of trainings that cannot be kept.
    await progress.keep();
    const { createRunLog } = await loadPart(() => import('../run-log/run-log.ts'));
    return createRunLog(lesson, place, words);
  });
  if (place !== null) onVisible(place, () => mountPart(place, load));

  /** Acts follow one another in their order, also while the log is being loaded. */
  function log(act: (log: RunLog) => void): void {
    if (hasTrained)
      load()
        .then(act)
        .catch(() => {});
  }

  return {
    onTrainingEvent(...args) {
      hasTrained = true;
      log((trainings) => trainings.onTrainingEvent(...args));
    },
    endWorker: () => log((trainings) => trainings.endWorker()),
  };
}
