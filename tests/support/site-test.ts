import type { Browser, BrowserContextOptions } from 'playwright-core';
import { expect, test } from 'vitest';
import { launchBrowser, offOrigin, openPage, type SitePage } from './browser.ts';

export interface OpenOptions extends BrowserContextOptions {
  /** The address of another site than the built course, without a slash at its end. */
  readonly site?: string;
  /** What the page may write to its console as an error, where a test provokes it. */
  readonly expectedErrors?: RegExp;
}

interface SiteFixtures {
  /** One Chromium for all tests of a file. */
  browser: Browser;
  /**
   * Opens a page of the site in a context of its own. After the test, however it ended, the context is closed, and the test
   * fails where the page wrote an error to its console, left a rejection unhandled, or asked another origin for something.
   */
  open(path: string, options?: OpenOptions): Promise<SitePage>;
}

/** @param flags for Chromium, e.g. for a camera that needs no device */
export function createSiteTest(...flags: readonly string[]) {
  return test.extend<SiteFixtures>({
    browser: [
      // biome-ignore lint/correctness/noEmptyPattern: Vitest reads a fixture's needs from this pattern.
      async ({}, use) => {
        const browser = await launchBrowser(...flags);
        try {
          await use(browser);
        } finally {
          await browser.close();
        }
      },
      { scope: 'file' },
    ],
    async open({ browser }, use) {
      const opened: { readonly page: SitePage; readonly expected: RegExp | undefined }[] = [];
      try {
        await use(async (path, { site, expectedErrors, ...options } = {}) => {
          const page = await openPage(browser, path, options, site);
          opened.push({ page, expected: expectedErrors });
          return page;
        });
      } finally {
        await Promise.all(opened.map(({ page }) => page.close()));
      }
      for (const { page, expected } of opened) {
        const unexpected = page.errors.filter((error) => expected?.test(error) !== true);
        expect(unexpected, `errors on ${page.path}`).toEqual([]);
        expect(offOrigin(page.requests, page.site), `requests of ${page.path} to other origins`).toEqual([]);
      }
    },
  });
}

export const siteTest = createSiteTest();
