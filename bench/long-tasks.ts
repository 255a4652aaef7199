import type { Page } from 'playwright-core';

/** Notes from now on the tasks that keep the page's main thread for over 50 ms. @returns gives their milliseconds so far */
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
