import type { Page } from 'playwright-core';

/**
 * Records the tasks that block the page's main thread for over 50 ms from now on.
 * @returns a function that returns their durations so far, in milliseconds
 */
export async function watchLongTasks(page: Page): Promise<() => Promise<readonly number[]>> {
  const found = await page.evaluateHandle(() => {
    const durations: number[] = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) durations.push(duration);
    }).observe({ type: 'longtask' });
    return durations;
  });
  return () => found.jsonValue();
}
