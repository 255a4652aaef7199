import { hasRecord, recordChannel } from '../../shared/has-record.ts';
import { once } from '../../shared/once.ts';
import type { ProgressKeeper } from './keep-progress.ts';

/** What a learner does next. After the very first run its output comes first; what keeps it, with whatever comes then. */
const signs = ['pointermove', 'pointerdown', 'keydown', 'visibilitychange'] as const;

/** How long a run waits for the record, which may take seconds on a busy machine and in a bad case never comes. */
const patienceMilliseconds = 15_000;

export interface LazyProgress {
  /** Brings up what keeps the learner's progress, if it is not up: there is something to keep. */
  readonly keep: () => Promise<void>;
  /** Once what is kept has been put back, where there is any, or that failed or takes too long. */
  readonly restored: () => Promise<void>;
  /** Keeps something of a run. */
  readonly afterRun: (act: (keeper: ProgressKeeper) => void) => void;
}

/**
 * What keeps a lesson's progress: at once where there may be something to put back, and on a first visit with the first
 * thing to keep, so that a page to read loads none of it.
 * @param onFailure told that it could not be loaded
 */
export function createLazyProgress(
  root: Document,
  open: () => Promise<ProgressKeeper>,
  onFailure: () => void,
): LazyProgress {
  /** What is coming up, if anything is. */
  let coming: Promise<unknown> | null = null;
  const waiting: ((keeper: ProgressKeeper) => void)[] = [];
  const opened = once(open);
  const others = 'BroadcastChannel' in globalThis ? new BroadcastChannel(recordChannel) : null;
  function bringUp(): Promise<ProgressKeeper | null> {
    others?.close();
    const up = opened().catch(() => {
      onFailure();
      return null;
    });
    coming = up;
    return up;
  }
  async function settle(): Promise<void> {
    const keeper = await bringUp();
    if (keeper === null) return;
    for (const act of waiting.splice(0)) act(keeper);
  }
  const known = hasRecord().then((has) => {
    if (has) void bringUp();
  });
  // The first thing that another tab keeps.
  if (others !== null) others.onmessage = () => void bringUp();
  return {
    async keep() {
      await bringUp();
    },
    async restored() {
      const patience = new Promise((resolve) => setTimeout(resolve, patienceMilliseconds));
      await Promise.race([known.then(() => coming), patience]);
    },
    afterRun(act) {
      waiting.push(act);
      if (coming !== null) void settle();
      else for (const sign of signs) root.addEventListener(sign, () => void settle(), { once: true });
    },
  };
}
