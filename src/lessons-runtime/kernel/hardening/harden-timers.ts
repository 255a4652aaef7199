/** Taken before a cell can replace them. */
const { setTimeout, clearTimeout } = globalThis;
let cleared = 0;

/**
 * Clears every timer and interval of the worker, whoever set it: a run that was stopped leaves none behind.
 * Browsers number both in one row, so the newest number tells them all.
 */
export function clearAllTimers(): void {
  const newest = Number(setTimeout(() => {}, 0));
  for (let timer = cleared + 1; timer <= newest; timer++) clearTimeout(timer);
  cleared = newest;
}
