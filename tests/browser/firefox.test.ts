import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { languages } from '../../src/lessons-runtime/shared/language.ts';
import { type FirefoxPage, launchFirefox, noFirefox, openInFirefox } from '../support/firefox.ts';
import {
  codeOf,
  pasteCell,
  pressIn,
  runAllToEnd,
  runToEnd,
  shown,
  typeCell,
} from '../support/firefox-lesson.ts';
import { buttons, enginePath, lessonPath } from '../support/lesson-page.ts';
import { waitForEdit } from '../support/stored-record.ts';

/** What every learner does, in a browser other than Chromium. */
describe.skipIf(noFirefox !== null)('in Firefox', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchFirefox();
  });
  afterAll(() => browser.close());

  function expectClean({ errors, requests, site }: FirefoxPage): void {
    expect(errors).toEqual([]);
    expect(requests.length).toBeGreaterThan(0);
    const outside = requests.filter(
      (url) => !url.startsWith(`${site}/`) && !/^(blob|data):|^about:srcdoc$/.test(url),
    );
    expect(outside).toEqual([]);
  }

  it.each(languages)('runs typed code and shows the place of an error (%s)', async (language) => {
    const opened = await openInFirefox(browser, enginePath[language], inject('testSite'));
    const { page } = opened;
    await typeCell(page, 'first', 'const n: number = 6; n * 7');
    expect(await runToEnd(page, language, 'first')).toMatchObject({ status: 'done' });
    expect(await shown(page, 'first', 'value')).toBe('42');

    await pasteCell(page, 'first', '// one\n\nconst b: number = 1 + missing;');
    expect((await runToEnd(page, language, 'first')).status).toBe('failed');
    expect(await shown(page, 'first', 'error')).toContain(
      language === 'es' ? 'línea 3, columna 23' : 'line 3, column 23',
    );
    await pasteCell(page, 'first', 'const ok = 1;\nconst x: = 3;');
    expect((await runToEnd(page, language, 'first')).status).toBe('failed');
    expect(await shown(page, 'first', 'error')).toContain(
      language === 'es' ? 'línea 2, columna 10' : 'line 2, column 10',
    );
    expectClean(opened);
    await opened.close();
  });

  it('runs lesson 1 from top to bottom on its default backend, and draws its chart', async () => {
    const opened = await openInFirefox(browser, lessonPath.es);
    const { page } = opened;
    const statuses = await runAllToEnd(page, 'es');
    expect(new Set(Object.values(statuses)), JSON.stringify(statuses)).toEqual(new Set(['done']));
    expect(Object.keys(statuses).length).toBeGreaterThanOrEqual(5);
    const backend = await page.$eval('[data-backend]', (bar) => bar.getAttribute('data-backend'));
    expect(['webgl', 'wasm']).toContain(backend);

    const chart = '[data-output=chart]';
    await page.waitForSelector(`${chart} .marks`);
    expect(await page.$$eval(`${chart} .mark-line path`, (lines) => lines.length)).toBe(1);
    const guesses = '[data-cell="top-k"] .prediction-bars li';
    const bars = await page.$$eval(guesses, (all) => all.map((bar) => bar.textContent));
    expect(bars.length).toBe(5);
    expect(bars[0]).toMatch(/gato/);
    expectClean(opened);
    await opened.close();
  });

  it('runs every cell of the lesson for the engine on wasm', async () => {
    const opened = await openInFirefox(browser, `${enginePath.en}?backend=wasm`, inject('testSite'));
    const { page } = opened;
    const statuses = await runAllToEnd(page, 'en');
    expect(new Set(Object.values(statuses)), JSON.stringify(statuses)).toEqual(new Set(['done']));
    expect(await page.$eval('[data-backend]', (bar) => bar.getAttribute('data-backend'))).toBe('wasm');
    await page.waitForSelector('[data-output=chart] .marks');
    expectClean(opened);
    await opened.close();
  });

  it('ends an endless loop, and keeps edits after a reload', async () => {
    const opened = await openInFirefox(browser, `${enginePath.es}?backend=wasm`, inject('testSite'));
    const { page } = opened;
    const endless = 'while (true) {}';
    const mine = 'const mine = 6 * 7;\nmine;';
    await typeCell(page, 'second', endless);
    await pressIn(page, '[data-cell="second"]', buttons.es.run);
    await page.waitForSelector('[data-cell="second"][data-status=running]');
    await page.waitForSelector('[data-backend=wasm]');
    await pressIn(page, '[data-cell="second"]', buttons.es.stop);
    await page.waitForSelector('[data-cell="second"][data-status=stopped]', { timeout: 10_000 });
    await pasteCell(page, 'first', mine);
    expect(await runToEnd(page, 'es', 'first')).toMatchObject({ status: 'done' });
    expect(await shown(page, 'first', 'value')).toBe('42');

    await waitForEdit(page, 'first', mine);
    await waitForEdit(page, 'second', endless);
    await page.reload();
    await expect.poll(() => codeOf(page, 'first')).toBe(mine);
    expect(await codeOf(page, 'second')).toBe(endless);
    expectClean(opened);
    await opened.close();
  });
});
