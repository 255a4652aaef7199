import type { RunMessage } from '../protocol/host-to-worker.ts';

/** Runs follow one another: two at once would interleave at their awaits. */
interface RunQueue {
  add(message: RunMessage): void;
  /** Does something when no run is under way. */
  between(act: () => void): void;
  /** Stops the run under way; one that has not begun yet, because the kernel is still starting, begins stopped. */
  stop(run: number): void;
}

/**
 * @param start what the first run waits for
 * @param run does a run; `isStopped` says that Stop came for it before it began
 * @param stopRunning ends the run under way
 */
export function createRunQueue(
  start: Promise<void>,
  run: (message: RunMessage, isStopped: boolean) => Promise<void>,
  stopRunning: () => void,
): RunQueue {
  let queue = start;
  let running: number | null = null;
  /** The last run that Stop came for before it began. */
  let stoppedBefore = 0;
  return {
    add(message) {
      queue = queue.then(async () => {
        running = message.run;
        await run(message, message.run <= stoppedBefore);
        running = null;
      });
    },
    between(act) {
      queue = queue.then(act);
    },
    stop(number) {
      if (running === number) stopRunning();
      else if (running === null) stoppedBefore = number;
    },
  };
}
