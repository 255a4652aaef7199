import { hasRecord, recordChannel } from '../../shared/has-record.ts';
import { once } from '../../shared/once.ts';
import type { ProgressRecorder } from './progress-recorder.ts';

/**
 * Events of the learner's next action. The recorder is loaded then, so that it does not delay the output of the very first run.
 */
const interactionEvents = ['pointermove', 'pointerdown', 'keydown', 'visibilitychange'] as const;

/** After this time without an action, the recorder is loaded too: the learner may read, and then close the page. */
const idleMilliseconds = 3000;

/** How long a run waits for the record, which may take seconds on a busy machine and may never open. */
const restoreMilliseconds = 15_000;

export interface LazyProgress {
  /** Opens the recorder, if it is not open. */
  readonly open: () => Promise<void>;
  /**
   * Settles when the stored progress has been restored, if there is any, or when that failed or takes too long.
   * @returns the recorder; `null` if it is not open
   */
  readonly whenRestored: () => Promise<ProgressRecorder | null>;
  /** Records something about a run, once the recorder is open. */
  readonly afterRun: (action: (recorder: ProgressRecorder) => void) => void;
}

/**
 * Opens the progress recorder of a lesson: at once if there may be something to restore, otherwise when there is something to
 * store, so that a page that is only read does not load it.
 * @param onFailure called each time the recorder could not be opened
 */
export function createLazyProgress(
  root: Document,
  openRecorder: () => Promise<ProgressRecorder>,
  onFailure: () => void,
): LazyProgress {
  /** The latest attempt to open the recorder. */
  let opening: Promise<ProgressRecorder | null> | null = null;
  const pending: ((recorder: ProgressRecorder) => void)[] = [];
  const openOnce = once(openRecorder);
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(recordChannel) : null;
  function open(): Promise<ProgressRecorder | null> {
    channel?.close();
    const attempt = openOnce().catch(() => {
      onFailure();
      return null;
    });
    opening = attempt;
    return attempt;
  }
  async function flush(): Promise<void> {
    const recorder = await open();
    if (recorder === null) return;
    for (const action of pending.splice(0)) action(recorder);
  }
  const checked = hasRecord().then((has) => {
    if (has) void open();
  });
  // Another tab has stored something for the first time.
  if (channel !== null) channel.onmessage = () => void open();
  return {
    async open() {
      await open();
    },
    whenRestored: () =>
      new Promise((resolve) => {
        const timer = setTimeout(() => resolve(null), restoreMilliseconds);
        void checked
          .then(() => opening)
          .then((recorder) => {
            clearTimeout(timer);
            resolve(recorder);
          });
      }),
    afterRun(action) {
      pending.push(action);
      if (opening !== null) void flush();
      else {
        for (const type of interactionEvents) root.addEventListener(type, () => void flush(), { once: true });
        setTimeout(() => void flush(), idleMilliseconds);
      }
    },
  };
}
