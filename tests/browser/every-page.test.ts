import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { violations } from '../support/axe.ts';
import { setTestFont, sidewaysOverflow } from '../support/fonts.ts';
import { everyPage } from '../support/pages.ts';
import { siteTest } from '../support/site-test.ts';
import { smallTexts } from '../support/small-texts.ts';

/** The addresses that a page links to, by the page's path. */
const linksOf = new Map<string, readonly string[]>();

/** A page in dark and wide, in light and narrow; one that exists in two languages, with the same markup, in one each. */
const displays = [
  { colorScheme: 'dark', width: 1280, leftOut: /^\/en\// },
  { colorScheme: 'light', width: 390, leftOut: /^\/es\// },
] as const;

describe('every page', () => {
  siteTest.for(everyPage)(
    '%s: has no axe violation and no motion that was not asked for, and fits 320 px in any font',
    async (path, { open }) => {
      const { page } = await open(path, {
        // The page's policy does not allow the tests' fonts.
        bypassCSP: true,
        reducedMotion: 'reduce',
        viewport: { width: 1280, height: 850 },
      });
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await page.waitForLoadState('networkidle');
      linksOf.set(
        path,
        await page.$$eval('a[href]', (links) => links.map((link) => (link as HTMLAnchorElement).href)),
      );
      for (const { colorScheme, width, leftOut } of displays) {
        await page.setViewportSize({ width, height: 850 });
        await page.emulateMedia({ colorScheme });
        expect(await sidewaysOverflow(page)).toEqual([]);
        expect(await squeezedLinks(page), `${width} px`).toEqual([]);
        expect(await smallTexts(page.locator('body'), width === 390 ? 16 : 15), `${width} px`).toEqual([]);
        expect(await brokenHeadings(page), `${width} px`).toEqual([]);
        if (!leftOut.test(path)) expect(await violations(page), `${colorScheme}, ${width} px`).toEqual([]);
      }
      expect(await motion(page)).toEqual({ moving: 0, scrolling: 'auto', hiddenRegions: [] });

      // The width of a page of 1280 px at 400 %.
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await sidewaysOverflow(page)).toEqual([]);
      for (const font of ['narrow', 'wide'] as const) {
        await setTestFont(page, font);
        expect(await sidewaysOverflow(page), `in a ${font} font`).toEqual([]);
      }
    },
  );

  siteTest('an element that is too wide for the page is found and named', async ({ open }) => {
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

  siteTest('every link leads to a page, and to an anchor that exists', async ({ open }) => {
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

/** Returns the animations that run, the way of scrolling, and the live regions that are hidden from screen readers. */
function motion(page: Page) {
  return page.evaluate(() => ({
    moving: document.getAnimations().length,
    scrolling: getComputedStyle(document.documentElement).scrollBehavior,
    hiddenRegions: [...document.querySelectorAll('[role=status], [aria-live]')]
      .filter((region) => !region.checkVisibility() && region.closest('[hidden]') === null)
      .map(({ outerHTML }) => outerHTML),
  }));
}

/** Returns the texts of headings that take more lines than they have words. */
function brokenHeadings(page: Page): Promise<readonly string[]> {
  return page.$$eval('h1, h2, h3, h4', (headings) =>
    headings
      .filter((heading) => {
        const range = document.createRange();
        range.selectNodeContents(heading);
        const lines =
          range.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(heading).lineHeight);
        return Math.round(lines) > (heading.textContent ?? '').trim().split(/\s+/).length;
      })
      .map((heading) => heading.textContent ?? ''),
  );
}

/** Returns the texts of links in tables that are broken into more than three lines of a few letters. */
function squeezedLinks(page: Page): Promise<readonly string[]> {
  return page.$$eval('td a, th a', (links) =>
    links
      .filter((link) => {
        const { width, height } = link.getBoundingClientRect();
        const { fontSize, lineHeight } = getComputedStyle(link);
        return width < 3 * Number.parseFloat(fontSize) && height > 3.5 * Number.parseFloat(lineHeight);
      })
      .map((link) => link.textContent ?? ''),
  );
}
