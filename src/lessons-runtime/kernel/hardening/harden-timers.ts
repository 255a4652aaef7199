/** Copied before a cell can replace them. */
const { setTimeout, clearTimeout } = globalThis;
let cleared = 0;

/**
 * Clears all timers and intervals of the worker, so that a stopped run leaves none behind. Browsers number both consecutively,
 * so the number of a new timer is the highest.
 */
export function clearAllTimers(): void {
  const newest = Number(setTimeout(() => {}, 0));
  for (let timer = cleared + 1; timer <= newest; timer++) clearTimeout(timer);
  cleared = newest;
}
