import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Response } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { languages } from '../../src/lessons-runtime/shared/language.ts';
import { button, buttons, cell, lessonPath, runCell } from '../support/lesson-page.ts';
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

  siteTest.for(['wasm', 'webgl', 'cpu'] as const)(
    'are at most 12 KB before any interaction, then 300 KB of scripts and 130 KB of wasm for a first run on %s',
    async (backend, { open }) => {
      const { page } = await open('/en/');
      const read = meter(page);
      await page.goto(new URL(`${lessonPath.en}?backend=${backend}`, page.url()).href);
      await page.waitForLoadState('networkidle');
      const inline = await page.$$eval('script:not([src])', (scripts) =>
        scripts.map((script) => script.textContent ?? ''),
      );
      const before = await read();
      const inlineKilobytes = brotliCompressSync(Buffer.from(inline.join('\n'))).length / 1024;
      expect(before.script).toBeGreaterThan(1);
      expect(before.script + inlineKilobytes).toBeLessThanOrEqual(12);
      expect(before.wasm).toBe(0);

      await runCell(page, 'en', 'load-model');
      const first = await read();
      expect(first.script).toBeGreaterThan(100);
      expect(first.script).toBeLessThanOrEqual(300);
      expect(first.wasm).toBeLessThanOrEqual(130);
      if (backend !== 'wasm') expect(first.wasm).toBe(0);
    },
  );
});

describe('the folder that is published', () => {
  const files = readdirSync('dist', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative('dist', join(entry.parentPath, entry.name)).replaceAll('\\', '/'));

  it('has the file with which GitHub Pages publishes names that begin with an underscore', () => {
    expect(files).toContain('.nojekyll');
    expect(files.some((file) => file.startsWith('_astro/'))).toBe(true);
  });

  it('has no other name that a static host leaves out, renames or reads as settings', () => {
    const hidden = /(?:^|\/)[._]|~$/;
    const ownFolder = /^_astro\/[^/]+$/;
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
