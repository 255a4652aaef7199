import type { RunMessage } from '../protocol/host-to-worker.ts';

/** Executes runs one after the other, because concurrent runs would interleave at their awaits. */
interface RunQueue {
  add(message: RunMessage): void;
  /** Calls a function when no run is active; the next run waits for it. */
  between(task: () => void | Promise<void>): void;
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
  let queue = start;
  let running: number | null = null;
  /** The last run that was stopped before it started. */
  let stoppedBefore = 0;
  return {
    add(message) {
      queue = queue.then(async () => {
        running = message.run;
        await run(message, message.run <= stoppedBefore);
        running = null;
      });
    },
    between(task) {
      queue = queue.then(task);
    },
    stop(number) {
      if (running === number) stopRunning();
      else if (running === null) stoppedBefore = number;
    },
  };
}
