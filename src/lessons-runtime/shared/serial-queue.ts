/** Runs a task after all earlier ones have settled. @returns the task's result */
type SerialQueue = <Result>(task: () => Promise<Result>) => Promise<Result>;

/** Creates a queue that runs one task at a time, in the order of the calls. A failed task does not stop the later ones. */
export function createSerialQueue(): SerialQueue {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const current = last.then(task);
    last = current.catch(() => {});
    return current;
  };
}
