import { loadPart } from '../../shared/load-part.ts';
import { once } from '../../shared/once.ts';
import { mountWhenVisible } from '../dom/mount-when-visible.ts';
import type { RunLog } from '../run-log/run-log.ts';
import type { PanelWords } from '../words/panel-words.ts';
import type { LazyProgress } from './lazy-progress.ts';

type Log = Pick<RunLog, 'onTrainingEvent' | 'endWorker'>;

/** Creates the run log, which is loaded at the first training or when its section becomes visible. */
export function createLazyRunLog(
  root: Document,
  lesson: string,
  words: PanelWords,
  progress: Pick<LazyProgress, 'open'>,
): Log {
  const section = root.querySelector<HTMLElement>('[data-run-log]');
  let hasTrained = false;
  const load = once(async () => {
    // The progress recorder reports trainings that cannot be stored.
    await progress.open();
    const { createRunLog } = await loadPart(() => import('../run-log/run-log.ts'));
    return createRunLog(lesson, section, words);
  });
  if (section !== null) mountWhenVisible([section], load);

  /** Calls `callback` once the log is loaded; the order of the calls is preserved. */
  function withLog(callback: (log: RunLog) => void): void {
    if (hasTrained)
      load()
        .then(callback)
        .catch(() => {});
  }

  return {
    onTrainingEvent(...args) {
      hasTrained = true;
      withLog((log) => log.onTrainingEvent(...args));
    },
    endWorker: () => withLog((log) => log.endWorker()),
  };
}
