import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchBrowser, openPage, type SitePage } from './browser.ts';
import { lessonPath } from './lesson-page.ts';

/**
 * A lesson's page that the tests of a file share, opened before the first and closed after the last. Each test finds it as
 * the one before left it, unless the file loads it anew.
 */
export interface LessonForAll {
  readonly site: SitePage;
  /** Loads the page anew: what earlier tests did in it is gone. */
  reload(): Promise<void>;
}

/** @param backend which tfjs uses; the file's tests begin with it */
export function openLessonForAll(backend: 'wasm' | 'webgl'): LessonForAll {
  const path = `${lessonPath.en}?backend=${backend}`;
  let browser: Browser;
  let site: SitePage;
  beforeAll(async () => {
    browser = await launchBrowser();
    site = await openPage(browser, path);
  });
  afterAll(async () => {
    await site.close();
    await browser.close();
  });
  return {
    get site() {
      return site;
    },
    async reload() {
      await site.page.goto(new URL(path, site.page.url()).href);
    },
  };
}
