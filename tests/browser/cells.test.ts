import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openPage, type SitePage } from '../support/browser.ts';
import {
  button,
  buttons,
  cell,
  lessonPath,
  readCell,
  runAll,
  runCell,
  status,
  writeCell,
} from '../support/lesson-page.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const open = (language: 'es' | 'en' = 'es'): Promise<SitePage> =>
  openPage(browser, `${lessonPath[language]}?backend=wasm`);

describe('editing', () => {
  it('draws three bars for a top 3', async () => {
    const { page, errors, close } = await open();
    await runAll(page, 'es');
    const source = await readCell(page, 'top-k');
    expect(source).toContain('const topK = 5;');
    await writeCell(page, 'top-k', source.replace('const topK = 5;', 'const topK = 3;'));
    await runCell(page, 'es', 'top-k');
    const chart = cell(page, 'top-k').locator('[data-output=chart]');
    await expect.poll(() => chart.locator('.mark-rect path, .mark-rect rect').count()).toBe(3);
    expect(await chart.locator('table tbody tr').count()).toBe(3);
    expect(errors).toEqual([]);
    await close();
  });

  it('keeps edits over a reload and in the other language, and Reset brings the author’s code back', async () => {
    const { page, close } = await open();
    const authored = await readCell(page, 'top-k');
    await writeCell(page, 'top-k', 'const mine = 6 * 7;\nmine;');
    await page.waitForTimeout(800);
    await page.reload();
    await expect.poll(() => readCell(page, 'top-k')).toBe('const mine = 6 * 7;\nmine;');
    await runCell(page, 'es', 'top-k');
    expect(await cell(page, 'top-k').locator('[data-output=value]').innerText()).toBe('42');

    await page.getByRole('link', { name: 'English' }).click();
    await expect.poll(() => readCell(page, 'top-k')).toBe('const mine = 6 * 7;\nmine;');
    await page.goBack();

    await (await button(cell(page, 'top-k'), buttons.es.reset)).click();
    await expect.poll(() => readCell(page, 'top-k')).toBe(authored);
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => readCell(page, 'top-k')).toBe('const mine = 6 * 7;\nmine;');
    await (await button(cell(page, 'top-k'), buttons.es.reset)).click();
    await page.waitForTimeout(800);
    await page.reload();
    await page.waitForTimeout(300);
    expect(await readCell(page, 'top-k')).toBe(authored);
    await close();
  });

  it('puts the editor in the place of the text without moving or recolouring anything', async () => {
    const { page, close } = await open('en');
    for (const id of ['load-model', 'preprocess', 'top-k']) {
      const section = cell(page, id);
      const still = await section.locator('[data-code] pre').boundingBox();
      const below = await section
        .locator('[data-cell-output]')
        .evaluate((node) => node.getBoundingClientRect().top + scrollY);
      const before = await coloursOf(section.locator('[data-code] pre code'));
      await section.locator('[data-code] pre').click({ position: { x: 40, y: 20 } });
      await section.locator('.cm-content').waitFor();
      await page.keyboard.press('Escape');
      await section.locator('.cm-content').blur();
      const edited = await section.locator('.cm-editor').boundingBox();
      expect(Math.abs((edited?.height ?? 0) - (still?.height ?? 0)), `${id}: height`).toBeLessThanOrEqual(1);
      expect(Math.abs((edited?.x ?? 0) - (still?.x ?? 0))).toBeLessThanOrEqual(1);
      const after = await coloursOf(section.locator('.cm-content'));
      expect(after.map(([character]) => character).join('')).toBe(
        before.map(([character]) => character).join(''),
      );
      const same = before.filter(([, colour], place) => colour === after[place]?.[1]).length;
      // Generic calls (`x.min<tf.Scalar>()`) are the one thing that the two grammars tell apart differently.
      const differing = before
        .filter(([, colour], place) => colour !== after[place]?.[1])
        .map(([character]) => character)
        .join('');
      expect(same / before.length, `${id}: ${differing}`).toBeGreaterThan(0.95);
      const belowAfter = await section
        .locator('[data-cell-output]')
        .evaluate((node) => node.getBoundingClientRect().top + scrollY);
      expect(Math.abs(belowAfter - below), `${id}: jump`).toBeLessThanOrEqual(1);
    }
    await close();
  });

  it('runs with Ctrl+Enter, runs and moves on with Shift+Enter, and lets Tab leave after Esc', async () => {
    const { page, close } = await open('en');
    await writeCell(page, 'load-model', "const greeting = 'hello';\ngreeting;");
    await page.keyboard.press('Control+Enter');
    await status(page, 'load-model', 'done');
    expect(await cell(page, 'load-model').locator('[data-output=value]').innerText()).toBe('"hello"');

    await page.keyboard.press('Shift+Enter');
    await expect
      .poll(() =>
        page.evaluate(() => document.activeElement?.closest('[data-cell]')?.getAttribute('data-cell')),
      )
      .toBe('training-time');

    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.cm-editor') !== null)).toBe(true);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.cm-editor') ?? null)).toBeNull();
    await close();
  });

  it('can be reached and used by keyboard alone', async () => {
    const { page, close } = await open('es');
    await page.keyboard.press('Tab');
    for (let presses = 0; presses < 60; presses++) {
      if (
        await page.evaluate(
          () => document.activeElement?.matches('[data-cell="load-model"] .cm-content') === true,
        )
      )
        break;
      await page.keyboard.press('Tab');
      await page.waitForTimeout(60);
    }
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('1 + 1');
    await page.keyboard.press('Control+Enter');
    await status(page, 'load-model', 'done');
    expect(await cell(page, 'load-model').locator('[data-output=value]').innerText()).toBe('2');
    await close();
  });
});

describe('errors', () => {
  it.each([
    ['es', 'línea 2, columna 10', 'const ok = 1;\nconst x: = 3;'],
    ['en', 'line 2, column 10', 'const ok = 1;\nconst x: = 3;'],
    ['es', 'línea 3, columna 7', 'const a: number = 1;\n\nconst b: number = a + missing;'],
    ['en', 'line 3, column', '// one\nfunction fail(): never {\n  throw new Error("mine");\n}\nfail();'],
  ] as const)('say where, in the page’s language (%s, %s)', async (language, place, source) => {
    const { page, close } = await open(language);
    await writeCell(page, 'load-model', source);
    await runCell(page, language, 'load-model', 'failed');
    const error = cell(page, 'load-model').locator('[data-output=error]');
    const shown = await error.innerText();
    if (!source.includes('missing')) expect(shown).toContain(place);
    else expect(shown).toMatch(/línea 3, columna \d+/);
    await error.locator('.error-place').click();
    await expect
      .poll(() =>
        page.evaluate(() => document.activeElement?.closest('[data-cell]')?.getAttribute('data-cell')),
      )
      .toBe('load-model');
    await close();
  });

  it('stop Run all at the first cell that fails', async () => {
    const { page, close } = await open('en');
    await writeCell(page, 'training-time', 'throw new Error("no further")');
    const statuses = await runAll(page, 'en');
    expect(statuses['load-model']).toBe('done');
    expect(statuses['training-time']).toBe('failed');
    expect(new Set(Object.values(statuses).slice(2))).toEqual(new Set(['idle']));
    await close();
  });
});

describe('stop and restart', () => {
  it('ends an endless loop and keeps everything but the variables', async () => {
    const { page, close } = await open('es');
    await runCell(page, 'es', 'load-model');
    const kept = await cell(page, 'load-model').locator('[data-output=table]').innerText();
    await writeCell(page, 'training-time', "console.log('started');\nwhile (true) {}");
    await (await button(cell(page, 'training-time'), buttons.es.run)).click();
    await status(page, 'training-time', 'running');
    await page.waitForTimeout(500);
    await (await button(cell(page, 'training-time'), buttons.es.stop)).click();
    await status(page, 'training-time', 'stopped');

    expect(await cell(page, 'load-model').locator('[data-output=table]').innerText()).toBe(kept);
    expect(await readCell(page, 'training-time')).toContain('while (true) {}');
    expect(await page.getByRole('status').filter({ hasText: 'variables' }).count()).toBe(1);

    await writeCell(page, 'training-time', '6 * 7');
    await runCell(page, 'es', 'training-time');
    expect(await cell(page, 'training-time').locator('[data-output=value]').innerText()).toBe('42');
    await close();
  });

  it('ends a training loop that yields, keeping its variables', async () => {
    const { page, close } = await open('en');
    await writeCell(
      page,
      'load-model',
      "import * as tf from '@tensorflow/tfjs';\nconst net = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [4] })] });\nnet.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });\nawait net.fit(tf.zeros([8, 4]), tf.zeros([8, 1]), { epochs: 1e6 });",
    );
    await (await button(cell(page, 'load-model'), buttons.en.run)).click();
    await page.locator('[data-backend=wasm]').waitFor();
    await page.waitForTimeout(500);
    await (await button(cell(page, 'load-model'), buttons.en.stop)).click();
    await status(page, 'load-model', 'stopped');
    await writeCell(page, 'training-time', 'net.countParams()');
    await runCell(page, 'en', 'training-time');
    expect(await cell(page, 'training-time').locator('[data-output=value]').innerText()).toBe('5');
    await close();
  });

  it('Restart forgets the variables and keeps code and outputs', async () => {
    const { page, close } = await open('en');
    await writeCell(page, 'load-model', 'const kept = 7;\nkept;');
    await runCell(page, 'en', 'load-model');
    await (await button(page, buttons.en.restart)).click();
    expect(await cell(page, 'load-model').locator('[data-output=value]').innerText()).toBe('7');
    await writeCell(page, 'training-time', 'typeof kept');
    await runCell(page, 'en', 'training-time');
    expect(await cell(page, 'training-time').locator('[data-output=value]').innerText()).toBe('"undefined"');
    await close();
  });
});

/** Each visible character with the colour it is drawn in. */
function coloursOf(locator: ReturnType<SitePage['page']['locator']>): Promise<[string, string][]> {
  return locator.evaluate((root) => {
    const found: [string, string][] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const colour = node.parentElement === null ? '' : getComputedStyle(node.parentElement).color;
      for (const character of (node.textContent ?? '').replace(/\s/g, '')) found.push([character, colour]);
    }
    return found;
  });
}
