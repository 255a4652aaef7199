import type { Page } from 'playwright-core';

declare global {
  interface Window {
    announced?: { readonly texts: string[]; last: number };
  }
}

/**
 * Records, from the page's next load on, each change of a live region as a screen reader announces it: once for all changes
 * of a turn. Interruptions are marked, and so are changes that many screen readers miss: of a region that is inserted
 * together with its text, or is hidden.
 */
export async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const live = '[aria-live]:not([aria-live=off]), [role=status], [role=alert], [role=log], output';
    const announced: NonNullable<Window['announced']> = { texts: [], last: performance.now() };
    window.announced = announced;

    function regionsAround(target: Node): readonly Element[] {
      const found: Element[] = [];
      const element = target instanceof Element ? target : target.parentElement;
      // A region within another would be announced by both.
      for (let region = element?.closest(live); region; region = region.parentElement?.closest(live))
        found.push(region);
      return found;
    }

    function regionsIn(node: Node): readonly Element[] {
      if (!(node instanceof Element)) return [];
      return [...(node.matches(live) ? [node] : []), ...node.querySelectorAll(live)];
    }

    function record(region: Element, isNew: boolean): void {
      const text = region.textContent?.trim() ?? '';
      if (text === '') return;
      const isUrgent = region.matches('[role=alert], [aria-live=assertive]');
      const marks = [
        ...(isNew ? ['(with its region)'] : []),
        ...(region.checkVisibility() ? [] : ['(hidden)']),
        ...(isUrgent ? ['(interrupts)'] : []),
      ];
      announced.texts.push([...marks, text].join(' '));
      announced.last = performance.now();
    }

    new MutationObserver((changes) => {
      // Regions of the initial page are read with it.
      if (document.readyState === 'loading') return;
      const inserted = new Set(changes.flatMap(({ addedNodes }) => [...addedNodes]).flatMap(regionsIn));
      const changed = new Set(changes.flatMap(({ target }) => regionsAround(target)));
      for (const region of inserted) if (region.isConnected) record(region, true);
      for (const region of changed) if (!inserted.has(region)) record(region, false);
    }).observe(document, { childList: true, characterData: true, subtree: true });
  });
}

/**
 * Returns what was announced since the page was loaded or this was last called, once nothing more follows.
 * @param least the number of announcements to wait for first
 */
export async function announced(page: Page, least = 0): Promise<string[]> {
  if (least > 0) {
    const waited = (count: number) => (window.announced?.texts.length ?? 0) >= count;
    // What is missing after the timeout shows in the test's own assertion.
    await page.waitForFunction(waited, least, { timeout: 15_000 }).catch(() => {});
  }
  await page.evaluate(
    async (silence) => {
      const called = performance.now();
      while (performance.now() - Math.max(called, window.announced?.last ?? 0) < silence)
        await new Promise((passed) => setTimeout(passed, 50));
    },
    least > 0 ? 300 : 500,
  );
  return page.evaluate(() => window.announced?.texts.splice(0) ?? []);
}
