import type { Browser, BrowserContextOptions } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import type { Language } from '../../src/lessons-runtime/shared/language.ts';
import { launchBrowser, offOrigin, openPage, type SitePage } from './browser.ts';
import { enginePath } from './lesson-page.ts';

export interface OpenOptions extends BrowserContextOptions {
  /** The address of another site than the built course, without a slash at its end. */
  readonly site?: string;
  /** What the page may write to its console as an error, where a test provokes it. */
  readonly expectedErrors?: RegExp;
}

export interface EngineOptions extends Omit<OpenOptions, 'site'> {
  /** Which tfjs uses. */
  readonly backend?: 'wasm' | 'webgl' | 'cpu';
}

export interface SiteFixtures {
  /** One Chromium for all tests of a file. */
  browser: Browser;
  /**
   * Opens a page of the site in a context of its own. After the test, however it ended, the context is closed, and the test
   * fails where the page wrote an error to its console, left a rejection unhandled, or asked another origin for something.
   */
  open(path: string, options?: OpenOptions): Promise<SitePage>;
  /** Opens, like `open`, the lesson that is there for the tests of the engine: `tests/fixtures/lessons/90-engine`. */
  openEngine(language: Language, options?: EngineOptions): Promise<SitePage>;
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
        expectNoErrors(page, page.errors, expected);
        expect(offOrigin(page.requests, page.site), `requests of ${page.path} to other origins`).toEqual([]);
      }
    },
    async openEngine({ open }, use) {
      await use((language, { backend = 'wasm', ...options } = {}) =>
        open(`${enginePath[language]}?backend=${backend}`, { ...options, site: inject('testSite') }),
      );
    },
  });
}

function expectNoErrors({ path }: SitePage, errors: readonly string[], expected?: RegExp): void {
  const unexpected = errors.filter((error) => expected?.test(error) !== true);
  expect(unexpected, `errors on ${path}`).toEqual([]);
}

export const siteTest = createSiteTest();

/** A page that the tests of a file share: each finds it as the one before left it, unless it loads it anew. */
export interface SharedPage extends SitePage {
  /** Loads the page anew: what earlier tests did in it is gone. */
  reload(): Promise<void>;
}

interface SharedFixtures {
  sharedPage: SharedPage;
  /** The same page, for one test, which fails where the page wrote an error to its console meanwhile. */
  shared: SharedPage;
}

interface SharedOptions {
  /** What is done with the page once, before the first test. */
  begin?(page: SharedPage): Promise<void>;
  /** What the page may write to its console as an error, where tests provoke it. */
  readonly expectedErrors?: RegExp;
}

/**
 * Tests with one page of a site for all of a file, opened for the first of them and closed after the last.
 * @param place of the page; asked once Vitest runs, which knows where the sites are
 */
export function createSharedTest(
  place: () => { readonly site?: string; readonly path: string },
  { begin, expectedErrors }: SharedOptions = {},
) {
  return siteTest.extend<SharedFixtures>({
    sharedPage: [
      async ({ browser }, use) => {
        const { site, path } = place();
        const opened = await openPage(browser, path, {}, site);
        try {
          const page = { ...opened, reload: async () => void (await opened.page.goto(opened.site + path)) };
          await begin?.(page);
          await use(page);
        } finally {
          await opened.close();
        }
      },
      { scope: 'file' },
    ],
    async shared({ sharedPage }, use) {
      const { errors, requests, site, path } = sharedPage;
      const [known, asked] = [errors.length, requests.length];
      await use(sharedPage);
      expectNoErrors(sharedPage, errors.slice(known), expectedErrors);
      expect(offOrigin(requests.slice(asked), site), `requests of ${path} to other origins`).toEqual([]);
    },
  });
}

/** Tests that share the page of the lesson in which the engine is tested. */
export function createSharedEngineTest(
  backend: 'wasm' | 'webgl',
  { language = 'en', ...options }: SharedOptions & { readonly language?: Language } = {},
) {
  return createSharedTest(
    () => ({ site: inject('testSite'), path: `${enginePath[language]}?backend=${backend}` }),
    options,
  );
}
