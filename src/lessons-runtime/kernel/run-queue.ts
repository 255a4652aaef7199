import type { RunMessage } from '../protocol/host-to-worker.ts';

/** Executes runs one after the other, because concurrent runs would interleave at their awaits. */
interface RunQueue {
  add(message: RunMessage): void;
  /** Calls a function when no run is active. The next run waits for the promise that it returns, which must not reject. */
  between(task: () => unknown): void;
  /** Returns whether a run has been added that has not started. */
  isAwaited(): boolean;
  /** Stops the current run. A run that has not started, because the kernel is still starting, will start as stopped. */
  stop(run: number): void;
}

/**
 * @param start the first run waits for it
 * @param run executes a run; `isStopped` is whether it was stopped before it started
 * @param stopRunning stops the current run
 */
export function createRunQueue(
  start: Promise<void>,
  run: (message: RunMessage, isStopped: boolean) => Promise<void>,
  stopRunning: () => void,
): RunQueue {
  let queue: Promise<unknown> = start;
  let running: number | null = null;
  /** How many runs have not started. */
  let waiting = 0;
  /** The last run that was stopped before it started. */
  let stoppedBefore = 0;
  return {
    add(message) {
      waiting += 1;
      queue = queue.then(async () => {
        waiting -= 1;
        running = message.run;
        await run(message, message.run <= stoppedBefore);
        running = null;
      });
    },
    between(task) {
      queue = queue.then(task);
    },
    isAwaited: () => waiting > 0,
    stop(number) {
      if (running === number) stopRunning();
      else if (running === null) stoppedBefore = number;
    },
  };
}
