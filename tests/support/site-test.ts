import type { Browser, BrowserContextOptions } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import type { Language } from '../../src/lessons-runtime/shared/language.ts';
import { type ContextLog, launchBrowser, offOrigin, openPage, type SitePage } from './browser.ts';
import { enginePath } from './lesson-page.ts';

export interface OpenOptions extends BrowserContextOptions {
  /** The address of a site other than the built course, without a slash at its end. */
  readonly site?: string;
  /** The console errors and uncaught errors that the test provokes. */
  readonly expectedErrors?: RegExp;
}

export interface EngineOptions extends Omit<OpenOptions, 'site'> {
  /** The backend of tfjs. */
  readonly backend?: 'wasm' | 'webgl' | 'cpu';
}

export interface SiteFixtures {
  /** One Chromium for all tests of a file. */
  browser: Browser;
  /**
   * Opens a page of the site in a new context. After the test, passed or not, the context is closed, and the test fails if
   * any page of the context wrote an error to its console, left a rejection unhandled, or requested another origin.
   */
  open(path: string, options?: OpenOptions): Promise<SitePage>;
  /** Opens, like `open`, the lesson in which the engine is tested: `tests/fixtures/lessons/90-engine`. */
  openEngine(language: Language, options?: EngineOptions): Promise<SitePage>;
}

/** @param flags for Chromium, e.g. for a camera without a device */
export function createSiteTest(...flags: readonly string[]) {
  return test.extend<SiteFixtures>({
    browser: [
      // biome-ignore lint/correctness/noEmptyPattern: Vitest reads a fixture's dependencies from this pattern.
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
      const opened: { readonly page: SitePage; readonly expectedErrors: RegExp | undefined }[] = [];
      try {
        await use(async (path, { site, expectedErrors, ...options } = {}) => {
          const page = await openPage(browser, path, options, site);
          opened.push({ page, expectedErrors });
          return page;
        });
      } finally {
        await Promise.all(opened.map(({ page }) => page.close()));
      }
      for (const { page, expectedErrors } of opened) expectCleanLog(page, page, expectedErrors);
    },
    async openEngine({ open }, use) {
      await use((language, { backend = 'wasm', ...options } = {}) =>
        open(`${enginePath[language]}?backend=${backend}`, { ...options, site: inject('testSite') }),
      );
    },
  });
}

/** Asserts that a log has no error but the expected ones, and no request to another origin. */
export function expectCleanLog(
  { errors, requests }: ContextLog,
  { path, site }: { readonly path: string; readonly site: string },
  expectedErrors?: RegExp,
): void {
  const unexpected = errors.filter((error) => expectedErrors?.test(error) !== true);
  expect(unexpected, `errors on ${path}`).toEqual([]);
  expect(offOrigin(requests, site), `requests of ${path} to other origins`).toEqual([]);
}

export const siteTest = createSiteTest();

/** A page that the tests of a file share: each gets it as the previous test left it, unless it reloads it. */
export interface SharedPage extends SitePage {
  /** Loads the page from its first address: what earlier tests did in it is gone. */
  reload(): Promise<void>;
}

interface SharedFixtures {
  sharedPage: SharedPage;
  /** The shared page for one test, which fails if an error or a request to another origin is logged meanwhile. */
  shared: SharedPage;
}

interface SharedOptions {
  /** Runs once, before the first test. */
  begin?(page: SharedPage): Promise<void>;
  /** The console errors and uncaught errors that the tests provoke. */
  readonly expectedErrors?: RegExp;
  /** For Chromium, e.g. for a camera without a device. */
  readonly flags?: readonly string[];
  readonly context?: BrowserContextOptions;
}

/**
 * Creates tests that share one page of a site, opened before the first of them and closed after the last.
 * @param place of the page; called once Vitest runs, which knows the addresses of the sites
 */
export function createSharedTest(
  place: () => { readonly site?: string; readonly path: string },
  { begin, expectedErrors, flags = [], context = {} }: SharedOptions = {},
) {
  return createSiteTest(...flags).extend<SharedFixtures>({
    sharedPage: [
      async ({ browser }, use) => {
        const { site, path } = place();
        const opened = await openPage(browser, path, context, site);
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
      const { errors, requests } = sharedPage;
      const before = { errors: errors.length, requests: requests.length };
      await use(sharedPage);
      const since = { errors: errors.slice(before.errors), requests: requests.slice(before.requests) };
      expectCleanLog(since, sharedPage, expectedErrors);
    },
  });
}

/** Creates tests that share the page of the lesson in which the engine is tested. */
export function createSharedEngineTest(
  backend: 'wasm' | 'webgl',
  { language = 'en', ...options }: SharedOptions & { readonly language?: Language } = {},
) {
  return createSharedTest(
    () => ({ site: inject('testSite'), path: `${enginePath[language]}?backend=${backend}` }),
    options,
  );
}
