import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '../../src/lessons-runtime/shared/language.ts';
import { violations } from '../support/axe.ts';
import { launchBrowser, openPage } from '../support/browser.ts';
import { cell, lessonPath, runAll, runCell, writeCell } from '../support/lesson-page.ts';
import { everyPage } from '../support/pages.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const widths = [1280, 390] as const;
const schemes = ['light', 'dark'] as const;
describe.each(schemes)('in %s', (colorScheme) => {
  it.each(widths)('no page has an axe violation or scrolls sideways at %i px', async (width) => {
    const { page, close } = await openPage(browser, '/es/', {
      colorScheme,
      viewport: { width, height: 850 },
    });
    for (const path of everyPage) {
      await page.goto(new URL(path, page.url()).href);
      expect(await violations(page), path).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(
        width,
      );
    }
    await close();
  });

  it.each(
    languages,
  )('a lesson that ran, with an error and an editor in it, has none either (%s)', async (language) => {
    const { page, close } = await openPage(browser, `${lessonPath[language]}?backend=wasm`, {
      colorScheme,
      viewport: { width: 390, height: 850 },
    });
    await runAll(page, language);
    await writeCell(
      page,
      'training-time',
      "console.log('a'); console.warn('b'); display(tf.ones([2, 2]), model); nothing;",
    );
    await runCell(page, language, 'training-time', 'failed');
    await cell(page, 'top-k').locator('svg').first().waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await close();
  });
});
