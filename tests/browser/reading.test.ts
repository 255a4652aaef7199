import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Page, Response } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { languages } from '../../src/lessons-runtime/shared/language.ts';
import { button, buttons, cell, lessonPath, runCell } from '../support/lesson-page.ts';
import { inkedPages } from '../support/pdf.ts';
import { siteTest } from '../support/site-test.ts';

describe('without JavaScript', () => {
  siteTest.for(languages)('the lesson’s text and code can be read (%s)', async (language, { open }) => {
    const { page } = await open(lessonPath[language], { javaScriptEnabled: false });
    expect((await page.locator('article').innerText()).length).toBeGreaterThan(8000);
    for (const code of await page.locator('[data-cell] [data-code] pre').all()) {
      expect((await code.innerText()).length).toBeGreaterThan(20);
    }
    expect(await (await button(page, buttons[language].runAll)).isVisible()).toBe(false);
    const notice = page.locator('noscript .note');
    expect(await notice.isVisible()).toBe(true);
    expect(await notice.innerText()).toContain('JavaScript');
  });
});

describe('bytes', () => {
  /** Measures the JavaScript and wasm received, in kilobytes (1024) compressed with brotli. */
  function meter(page: { on(event: 'response', listener: (response: Response) => void): unknown }) {
    const pending: Promise<{ kind: 'script' | 'wasm'; bytes: number } | null>[] = [];
    const measure = async (response: Response) => {
      const kind = /\.wasm$/.test(response.url()) ? 'wasm' : /\.m?js$/.test(response.url()) ? 'script' : null;
      if (kind === null || !response.ok()) return null;
      const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
      return { kind, bytes: brotliCompressSync(await response.body(), { params }).length } as const;
    };
    page.on('response', (response) => pending.push(measure(response)));
    return async () => {
      const sums = { script: 0, wasm: 0 };
      for (const part of await Promise.all(pending.splice(0)))
        if (part !== null) sums[part.kind] += part.bytes / 1024;
      return sums;
    };
  }

  siteTest.for(languages)(
    'are at most 12 KB of scripts, and no wasm, before any interaction (%s)',
    async (language, { open }) => {
      const { page } = await open('/404.html');
      const read = meter(page);
      await page.goto(new URL(lessonPath[language], page.url()).href);
      await page.waitForLoadState('networkidle');
      const inline = await page.$$eval('script:not([src])', (scripts) =>
        scripts.map((script) => script.textContent ?? ''),
      );
      const inlineKilobytes = brotliCompressSync(Buffer.from(inline.join('\n'))).length / 1024;
      expect(await layoutShift(page)).toBeLessThan(0.01);
      const { script, wasm } = await read();
      expect(script).toBeGreaterThan(1);
      expect(script + inlineKilobytes).toBeLessThanOrEqual(12);
      expect(wasm).toBe(0);
    },
  );

  siteTest.for(['wasm', 'webgl', 'cpu'] as const)(
    'are at most 300 KB of scripts and 130 KB of wasm for a first run on %s',
    async (backend, { open }) => {
      const { page } = await open(`${lessonPath.en}?backend=${backend}`);
      await page.waitForLoadState('networkidle');
      const read = meter(page);
      await runCell(page, 'en', 'load-model');
      const first = await read();
      expect(first.script).toBeGreaterThan(100);
      expect(first.script).toBeLessThanOrEqual(300);
      expect(first.wasm).toBeLessThanOrEqual(130);
      if (backend !== 'wasm') expect(first.wasm).toBe(0);
    },
  );
});

/** Returns the cumulative layout shift of a page, as browsers measure it. */
function layoutShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const shifts = list.getEntries() as (PerformanceEntry & { readonly value: number })[];
          resolve(shifts.reduce((sum, { value }) => sum + value, 0));
        }).observe({ type: 'layout-shift', buffered: true });
        // Without any shift, the observer is not called.
        setTimeout(() => resolve(0), 100);
      }),
  );
}

describe('the contents', () => {
  siteTest('mark the section that a jump leads to', async ({ open }) => {
    const { page } = await open(lessonPath.en, {
      reducedMotion: 'reduce',
      viewport: { width: 1280, height: 850 },
    });
    const links = page.locator('nav.beside a');
    const marked = () => page.locator('nav.beside a[aria-current]').allInnerTexts();
    for (const place of [4, 1]) {
      const link = links.nth(place);
      await page.evaluate(
        (anchor) => document.querySelector(anchor)?.scrollIntoView(),
        await link.evaluate((each) => (each as HTMLAnchorElement).hash),
      );
      await expect.poll(marked).toEqual([await link.innerText()]);
    }
  });

  siteTest('are a menu in the sticky header of a narrow page, which a jump closes', async ({ open }) => {
    const { page } = await open(lessonPath.en, {
      reducedMotion: 'reduce',
      viewport: { width: 390, height: 844 },
    });
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    const menu = page.locator('[data-contents-menu]');
    await menu.locator('summary').click();
    await page.keyboard.press('Escape');
    expect(await menu.getAttribute('open')).toBeNull();
    expect(await menu.locator('summary').evaluate((each) => each === document.activeElement)).toBe(true);
    await menu.locator('summary').click();
    await menu.locator('a').nth(1).click();
    expect(await menu.getAttribute('open')).toBeNull();
    const [header, heading] = await Promise.all(
      [page.locator('.site-header'), page.locator(':target')].map((each) => each.boundingBox()),
    );
    expect(header?.y).toBe(0);
    expect(header?.height).toBeLessThan(60);
    expect(heading?.y).toBeGreaterThanOrEqual(header?.height ?? 0);
  });
});

describe('a printed lesson', () => {
  siteTest('has no blank page, as a worksheet without answers or with all of them', async ({ open }) => {
    const { page } = await open('/en/lessons/fine-tuning/');
    await page.evaluate(() => {
      window.print = () => {};
    });
    const folded = page.locator('.exercise-more pre, .quiz-answers ul, .answer > :not(summary)');
    const pages = async (kind: string) => {
      await page.locator(`[data-print=${kind}]`).click();
      await page.emulateMedia({ media: 'print' });
      const shown = await folded.evaluateAll(
        (nodes) => nodes.filter((node) => node.checkVisibility()).length,
      );
      const inked = inkedPages(await page.pdf({ format: 'A4' }));
      await page.emulateMedia({ media: 'screen' });
      await page.evaluate(() => document.documentElement.removeAttribute('data-printing'));
      expect(inked.every(Boolean), inked.join()).toBe(true);
      return { count: inked.length, shown };
    };
    const worksheet = await pages('worksheet');
    const answers = await pages('answers');
    expect(worksheet.shown).toBe(0);
    expect(answers.shown).toBe(await folded.count());
    expect(answers.count).toBeGreaterThan(worksheet.count);

    await page.emulateMedia({ media: 'print' });
    const text = await page.locator('article').boundingBox();
    expect(text?.width, 'on wide paper, the text does not keep a column for the contents').toBeGreaterThan(
      600,
    );
    await page.evaluate(() => {
      const blank = document.createElement('div');
      blank.style.cssText = 'break-before: page; height: 1px';
      document.body.append(blank);
    });
    expect(inkedPages(await page.pdf({ format: 'A4' })).at(-1), 'a blank page is found').toBe(false);
  });
});

describe('the folder that is published', () => {
  const files = readdirSync('dist', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative('dist', join(entry.parentPath, entry.name)).replaceAll('\\', '/'));

  it('has the file with which GitHub Pages publishes names that begin with an underscore', () => {
    expect(files).toContain('.nojekyll');
    expect(files.some((file) => file.startsWith('_astro/'))).toBe(true);
  });

  it('has fonts of at most 90 KB in all, with their licences', () => {
    const fonts = files.filter((file) => file.endsWith('.woff2'));
    const bytes = fonts.reduce((sum, file) => sum + statSync(join('dist', file)).size, 0);
    expect(fonts).toHaveLength(3);
    expect(bytes).toBeLessThanOrEqual(90_000);
    expect(files.filter((file) => file.startsWith('fonts/'))).toHaveLength(2);
  });

  it('has no other name that a static host leaves out, renames or reads as settings', () => {
    const hidden = /(?:^|\/)[._]|~$/;
    const ownFolder = /^_astro\/(?:fonts\/)?[^/]+$/;
    expect(
      files.filter((file) => hidden.test(file) && file !== '.nojekyll' && !ownFolder.test(file)),
    ).toEqual([]);
    expect(files.filter((file) => !/^[\w.@/-]+$/.test(file))).toEqual([]);
    expect(new Set(files.map((file) => file.toLowerCase())).size).toBe(files.length);
    expect(files).toContain('404.html');
  });
});

siteTest('the language switch stays on the same lesson and keeps its code', async ({ open }) => {
  const { page } = await open(lessonPath.es);
  await page.getByRole('link', { name: 'English' }).click();
  await page.waitForURL(`**${lessonPath.en}*`);
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect(await cell(page, 'top-k').count()).toBe(1);
});
