import type { Page } from 'playwright-core';

declare global {
  interface Window {
    announced?: string[];
  }
}

/** Notes, from the page's next load on, each change of a live region as a reader hears it: what a turn changes is said once. */
export async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const live = '[aria-live]:not([aria-live=off]), [role=status], [role=alert]';
    const announced: string[] = [];
    window.announced = announced;
    new MutationObserver((changes) => {
      const regions = new Set<Element>();
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        // A region within another would be said by both.
        for (let region = element?.closest(live); region; region = region.parentElement?.closest(live))
          regions.add(region);
      }
      for (const { textContent } of regions) {
        const text = textContent?.trim() ?? '';
        if (text !== '') announced.push(text);
      }
    }).observe(document, { childList: true, characterData: true, subtree: true });
  });
}

/** All that was announced since the page was loaded or this was last asked. */
export function announced(page: Page): Promise<string[]> {
  return page.evaluate(() => window.announced?.splice(0) ?? []);
}
