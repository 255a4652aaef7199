import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { violations } from '../support/axe.ts';
import { setTestFont, sidewaysOverflow } from '../support/fonts.ts';
import { everyPage } from '../support/pages.ts';
import { siteTest } from '../support/site-test.ts';

/** Where a page's links lead, by the page. */
const linksOf = new Map<string, readonly string[]>();

describe('every page', () => {
  siteTest.for(everyPage)(
    '%s: no axe violation, no error, nothing from elsewhere, nothing sideways in any font',
    async (path, { open }) => {
      const { page } = await open(path, {
        // The tests' own fonts are no part of the page's policy.
        bypassCSP: true,
        colorScheme: 'dark',
        viewport: { width: 1280, height: 850 },
      });
      await page.waitForLoadState('networkidle');
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await page.waitForLoadState('networkidle');
      linksOf.set(
        path,
        await page.$$eval('a[href]', (links) => links.map((link) => (link as HTMLAnchorElement).href)),
      );
      expect(await violations(page)).toEqual([]);
      expect(await sidewaysOverflow(page)).toEqual([]);

      await page.setViewportSize({ width: 390, height: 850 });
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      expect(await violations(page)).toEqual([]);
      expect(await sidewaysOverflow(page)).toEqual([]);
      expect(await stillness(page)).toEqual({ moving: 0, scrolling: 'auto', hiddenRegions: [] });

      // As wide as a page of 1280 px at 400 %.
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await sidewaysOverflow(page)).toEqual([]);
      for (const font of ['narrow', 'wide'] as const) {
        await setTestFont(page, font);
        expect(await sidewaysOverflow(page), `in a ${font} font`).toEqual([]);
      }
    },
  );

  siteTest('what reaches out of a page is found and named', async ({ open }) => {
    const { page } = await open('/en/', { viewport: { width: 320, height: 640 } });
    await page.evaluate(() => {
      const wide = document.createElement('p');
      wide.id = 'too-wide';
      wide.style.width = '330px';
      wide.textContent = 'too wide';
      document.querySelector('main')?.append(wide);
    });
    expect(await sidewaysOverflow(page)).toEqual([
      expect.stringMatching(/^3\d\d px in 320 px$/),
      expect.stringContaining('too-wide'),
    ]);
  });

  siteTest('links lead somewhere', async ({ open }) => {
    const { page, site } = await open('/es/');
    const own = [...new Set([...linksOf.values()].flat())].filter((link) => link.startsWith(`${site}/`));
    expect([...linksOf.keys()].sort()).toEqual([...everyPage].sort());
    expect(own.length).toBeGreaterThan(15);
    const texts = new Map<string, Promise<{ readonly status: number; readonly text: string }>>();
    async function read(address: string) {
      const response = await page.request.get(address);
      return { status: response.status(), text: await response.text() };
    }
    for (const link of own) {
      const [address = '', anchor = ''] = link.split('#');
      const reading = texts.get(address) ?? read(address);
      texts.set(address, reading);
      const { status, text } = await reading;
      expect(status, link).toBe(200);
      if (anchor !== '') expect(text.includes(`id="${decodeURIComponent(anchor)}"`), link).toBe(true);
    }
  });
});

/** What moves by itself though the reader asked for no motion, and live regions that no screen reader can hear. */
function stillness(page: Page) {
  return page.evaluate(() => ({
    moving: document.getAnimations().length,
    scrolling: getComputedStyle(document.documentElement).scrollBehavior,
    hiddenRegions: [...document.querySelectorAll('[role=status], [aria-live]')]
      .filter((region) => !region.checkVisibility() && region.closest('[hidden]') === null)
      .map(({ outerHTML }) => outerHTML),
  }));
}
