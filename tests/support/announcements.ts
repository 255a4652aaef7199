import type { Page } from 'playwright-core';

declare global {
  interface Window {
    announced?: { readonly texts: string[]; last: number };
  }
}

/**
 * Notes, from the page's next load on, each change of a live region as a reader hears it: what a turn changes is said once.
 * What interrupts is marked, and so is what many a reader misses: a region that comes with its text, or is not shown.
 */
export async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const live = '[aria-live]:not([aria-live=off]), [role=status], [role=alert], [role=log], output';
    const announced: NonNullable<Window['announced']> = { texts: [], last: performance.now() };
    window.announced = announced;

    function regionsAround(target: Node): readonly Element[] {
      const found: Element[] = [];
      const element = target instanceof Element ? target : target.parentElement;
      // A region within another would be said by both.
      for (let region = element?.closest(live); region; region = region.parentElement?.closest(live))
        found.push(region);
      return found;
    }

    function regionsIn(node: Node): readonly Element[] {
      if (!(node instanceof Element)) return [];
      return [...(node.matches(live) ? [node] : []), ...node.querySelectorAll(live)];
    }

    function say(region: Element, isNew: boolean): void {
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
      // What comes with the page is read with it.
      if (document.readyState === 'loading') return;
      const come = new Set(changes.flatMap(({ addedNodes }) => [...addedNodes]).flatMap(regionsIn));
      const changed = new Set(changes.flatMap(({ target }) => regionsAround(target)));
      for (const region of come) if (region.isConnected) say(region, true);
      for (const region of changed) if (!come.has(region)) say(region, false);
    }).observe(document, { childList: true, characterData: true, subtree: true });
  });
}

/** All that was announced since the page was loaded or this was last asked, once nothing more comes for a moment. */
export async function announced(page: Page): Promise<string[]> {
  await page.evaluate(async () => {
    const asked = performance.now();
    while (performance.now() - Math.max(asked, window.announced?.last ?? 0) < 500)
      await new Promise((looked) => setTimeout(looked, 50));
  });
  return page.evaluate(() => window.announced?.texts.splice(0) ?? []);
}
