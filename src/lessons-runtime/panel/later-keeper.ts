import { hasRecord } from '../shared/has-record.ts';
import { once } from '../shared/once.ts';
import type { ProgressKeeper } from './keep-progress.ts';

/** What a learner does next. After the very first run its output comes first; what keeps it, with whatever comes then. */
const signs = ['pointermove', 'pointerdown', 'keydown', 'visibilitychange'] as const;

export interface LaterKeeper {
  /** Brings up what keeps the learner's progress, if it is not up: there is something to keep. */
  readonly keep: () => Promise<void>;
  /** Keeps something of a run. */
  readonly afterRun: (act: (keeper: ProgressKeeper) => void) => void;
}

/**
 * What keeps a lesson's progress: at once where there may be something to put back, and on a first visit with the first
 * thing to keep, so that a page to read loads none of it.
 * @param onFailure told that it could not be loaded
 */
export function createLaterKeeper(
  root: Document,
  open: () => Promise<ProgressKeeper>,
  onFailure: () => void,
): LaterKeeper {
  let isAsked = false;
  const waiting: ((keeper: ProgressKeeper) => void)[] = [];
  const opened = once(open);
  async function bringUp(): Promise<ProgressKeeper | null> {
    isAsked = true;
    try {
      return await opened();
    } catch {
      onFailure();
      return null;
    }
  }
  async function settle(): Promise<void> {
    const keeper = await bringUp();
    if (keeper === null) return;
    for (const act of waiting.splice(0)) act(keeper);
  }
  void hasRecord().then((has) => {
    if (has) void bringUp();
  });
  return {
    async keep() {
      await bringUp();
    },
    afterRun(act) {
      waiting.push(act);
      if (isAsked) void settle();
      else for (const sign of signs) root.addEventListener(sign, () => void settle(), { once: true });
    },
  };
}
