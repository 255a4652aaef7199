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
import { buttons, lessonPath } from '../support/lesson-page.ts';

/** The path that every learner goes, in the browser that is no Chromium. What only one browser could get wrong is not here. */
describe.skipIf(noFirefox !== null)('in Firefox', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchFirefox();
  });
  afterAll(() => browser.close());

  function expectClean({ errors, requests }: FirefoxPage): void {
    expect(errors).toEqual([]);
    expect(requests.length).toBeGreaterThan(0);
    const outside = requests.filter(
      (url) => !url.startsWith(`${inject('site')}/`) && !/^(blob|data):|^about:srcdoc$/.test(url),
    );
    expect(outside).toEqual([]);
  }

  it.each(languages)('runs what is typed, and says where an error is (%s)', async (language) => {
    const site = await openInFirefox(browser, lessonPath[language]);
    const { page } = site;
    await typeCell(page, 'load-model', 'const n: number = 6; n * 7');
    expect(await runToEnd(page, language, 'load-model')).toMatchObject({ status: 'done' });
    expect(await shown(page, 'load-model', 'value')).toBe('42');

    await pasteCell(page, 'load-model', '// one\n\nconst b: number = 1 + missing;');
    expect((await runToEnd(page, language, 'load-model')).status).toBe('failed');
    expect(await shown(page, 'load-model', 'error')).toContain(
      language === 'es' ? 'línea 3, columna 23' : 'line 3, column 23',
    );
    await pasteCell(page, 'load-model', 'const ok = 1;\nconst x: = 3;');
    expect((await runToEnd(page, language, 'load-model')).status).toBe('failed');
    expect(await shown(page, 'load-model', 'error')).toContain(
      language === 'es' ? 'línea 2, columna 10' : 'line 2, column 10',
    );
    expectClean(site);
    await site.close();
  });

  describe.each(['?backend=wasm', ''])('lesson 1 with “%s”', (query) => {
    it.each(languages)('runs from top to bottom and draws its chart (%s)', async (language) => {
      const site = await openInFirefox(browser, lessonPath[language] + query);
      const { page } = site;
      const statuses = await runAllToEnd(page, language);
      expect(new Set(Object.values(statuses)), JSON.stringify(statuses)).toEqual(new Set(['done']));
      expect(Object.keys(statuses).length).toBeGreaterThanOrEqual(5);
      const backend = await page.$eval('[data-backend]', (bar) => bar.getAttribute('data-backend'));
      if (query === '') expect(['webgl', 'wasm']).toContain(backend);
      else expect(backend).toBe('wasm');

      const chart = '[data-cell="top-k"] [data-output=chart]';
      await page.waitForSelector(`${chart} .marks`);
      expect(await page.$$eval(`${chart} .mark-rect path`, (bars) => bars.length)).toBe(5);
      const rows = await page.$$eval(`${chart} table tbody tr`, (all) => all.map((row) => row.textContent));
      expect(rows.length).toBe(5);
      expect(rows[0]).toMatch(language === 'es' ? /gato/ : /cat/);
      expectClean(site);
      await site.close();
    });
  });

  it('ends an endless loop, and keeps edits over a reload', async () => {
    const site = await openInFirefox(browser, `${lessonPath.es}?backend=wasm`);
    const { page } = site;
    await typeCell(page, 'training-time', 'while (true) {}');
    await pressIn(page, '[data-cell="training-time"]', buttons.es.run);
    await page.waitForSelector('[data-cell="training-time"][data-status=running]');
    await page.waitForSelector('[data-backend=wasm]');
    await pressIn(page, '[data-cell="training-time"]', buttons.es.stop);
    await page.waitForSelector('[data-cell="training-time"][data-status=stopped]', { timeout: 10_000 });
    await pasteCell(page, 'load-model', 'const mine = 6 * 7;\nmine;');
    expect(await runToEnd(page, 'es', 'load-model')).toMatchObject({ status: 'done' });
    expect(await shown(page, 'load-model', 'value')).toBe('42');

    await new Promise((resolve) => setTimeout(resolve, 800));
    await page.reload();
    await expect.poll(() => codeOf(page, 'load-model')).toBe('const mine = 6 * 7;\nmine;');
    expect(await codeOf(page, 'training-time')).toBe('while (true) {}');
    expectClean(site);
    await site.close();
  });
});
