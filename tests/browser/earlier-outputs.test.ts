import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { violations } from '../support/axe.ts';
import { keptCells } from '../support/kept-outputs.ts';
import {
  authorCell,
  button,
  cell,
  readCell,
  restart,
  runCell,
  status,
  writeCell,
} from '../support/lesson-page.ts';
import { siteTest } from '../support/site-test.ts';
import { waitForEdit } from '../support/stored-record.ts';

const staleCells = (page: Page) =>
  page.$$eval('[data-stale]', (cells) => cells.map((each) => each.getAttribute('data-cell')));
const notice = (page: Page, id: string) => cell(page, id).locator('[data-cell-notice]');
/** The pixels of the photo that the cell shows. */
const picture = (page: Page) =>
  cell(page, 'photo')
    .locator('[data-output] canvas')
    .first()
    .evaluate((canvas) => (canvas instanceof HTMLCanvasElement ? canvas.toDataURL() : ''));

describe('the outputs of a lesson', () => {
  siteTest(
    'are marked after a change, come back in a later visit, and can be made again with one button',
    async ({ openEngine }) => {
      const { page } = await openEngine('en', { backend: 'cpu', viewport: { width: 1280, height: 900 } });
      const data = 'const insects = [4, 5];\ninsects.length;';
      await writeCell(page, 'first', data);
      await writeCell(page, 'second', "console.log('sum', insects[0] + insects[1]);");
      await runCell(page, 'en', 'first');
      await runCell(page, 'en', 'second');
      await runCell(page, 'en', 'photo');
      expect(await staleCells(page)).toEqual([]);

      // An edit, and back.
      await writeCell(page, 'first', 'const insects = [4, 6];\ninsects.length;');
      await expect.poll(() => staleCells(page)).toEqual(['first', 'second']);
      expect(await notice(page, 'first').innerText()).toContain('code is no longer the same');
      expect(await notice(page, 'second').locator('a').getAttribute('href')).toBe('#cell-first');
      expect(await violations(page)).toEqual([]);
      await writeCell(page, 'first', data);
      await expect.poll(() => staleCells(page)).toEqual([]);

      // Another photo, and the button that runs the steps that use it.
      await page.locator('[data-photo-file]').setInputFiles({
        name: 'mine.jpg',
        mimeType: 'image/jpeg',
        buffer: readFileSync('public/datasets/gallery@1/thumbs/suspension-bridge.webp'),
      });
      await expect.poll(() => staleCells(page)).toEqual(['photo']);
      await (await button(page, 'Run the steps that use this photo again')).click();
      await expect.poll(() => staleCells(page)).toEqual([]);
      await status(page, 'photo', 'done');

      const ownPixels = await picture(page);

      // Another visit.
      await waitForEdit(page, 'first', data);
      await expect.poll(() => keptCells(page)).toEqual(['first', 'photo', 'second']);
      await page.reload();
      await notice(page, 'second').waitFor();
      expect(await page.locator('[data-earlier]').count()).toBe(3);
      expect(await cell(page, 'second').locator('[data-output=text]').innerText()).toBe('sum 9');
      expect(await cell(page, 'second').getAttribute('data-status')).toBe('idle');
      expect(await notice(page, 'second').innerText()).toContain('run first: first.');
      expect(await notice(page, 'first').innerText()).not.toContain('run first');
      // The learner's own photo is there again.
      expect(await staleCells(page)).toEqual([]);
      await page.locator('[data-photo-preview]').scrollIntoViewIfNeeded();
      await page.locator('[data-photo-preview][alt="mine.jpg"]').waitFor();
      await runCell(page, 'en', 'photo');
      expect(await picture(page)).toBe(ownPixels);
      expect(await staleCells(page)).toEqual([]);
      expect(await violations(page)).toEqual([]);

      // The variables are gone: Run asks, and Escape cancels.
      const run = await button(cell(page, 'second'), 'Run');
      const ask = cell(page, 'second').locator('[data-ask]');
      await run.click();
      await expect.poll(() => ask.innerText()).toContain('insects comes from the cell first');
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      expect(await ask.count()).toBe(0);
      expect(await run.evaluate((each) => each === document.activeElement)).toBe(true);
      expect(await cell(page, 'second').getAttribute('data-status')).toBe('idle');
      // Run only this one: what is missing is named below the error, and runs with one button.
      await run.click();
      await (await button(ask, 'Run only this one')).click();
      await status(page, 'second', 'failed');
      const missing = cell(page, 'second').locator('[data-missing]');
      expect(await missing.innerText()).toContain('insects comes from the cell first');
      await (await button(missing, 'Run first and this one')).click();
      await status(page, 'second', 'done');
      expect(await cell(page, 'second').locator('[data-output=text]').innerText()).toBe('sum 9');
      await status(page, 'first', 'done');
      expect(await notice(page, 'first').count()).toBe(0);

      // After Shift + Enter, Enter runs what is missing and moves on.
      await restart(page, 'en');
      await cell(page, 'second').locator('.cm-content').click();
      await page.keyboard.press('Shift+Enter');
      await ask.waitFor();
      await page.keyboard.press('Enter');
      await status(page, 'first', 'done');
      await status(page, 'second', 'done');
      expect(await ask.count()).toBe(0);
      await expect
        .poll(() => cell(page, 'third').evaluate((section) => section.contains(document.activeElement)))
        .toBe(true);

      // The menu of a cell.
      await cell(page, 'first').locator('summary').click();
      const plans = cell(page, 'first').locator('[data-plans]');
      await expect.poll(() => plans.innerText()).toContain('This cell and those that depend on it: second.');
      expect(await violations(page)).toEqual([]);
      await (await button(plans, 'Run from here')).click();
      await expect.poll(() => plans.isVisible()).toBe(false);
      await status(page, 'second', 'done');

      // The author changes the code.
      await authorCell(page, 'first', 'const insects = [7];\ninsects.length;');
      const change = cell(page, 'first').locator('[data-author-change]');
      await (await button(change, 'Compare')).click();
      expect(await change.locator('tbody tr').allInnerTexts()).toEqual([
        expect.stringMatching(/− .*\[4, 5\].*\+ .*\[7\]/s),
        expect.stringMatching(/insects\.length/),
      ]);
      expect(await violations(page)).toEqual([]);
      await (await button(change, 'Stay with mine')).click();
      await expect.poll(() => change.count()).toBe(0);
      expect(await readCell(page, 'first')).toBe(data);
    },
  );

  siteTest('and the next cell come into sight after Shift + Enter', async ({ openEngine }) => {
    const { page } = await openEngine('en', {
      backend: 'cpu',
      viewport: { width: 1280, height: 600 },
      reducedMotion: 'reduce',
    });
    const outputTop = () =>
      cell(page, 'second')
        .locator('[data-cell-output]')
        .evaluate((output) => output.getBoundingClientRect().top);
    // Run brings the start of the output into sight.
    await writeCell(page, 'second', `console.log('result');${'\n'.repeat(20)}`);
    await page.keyboard.press('ControlOrMeta+Home');
    await cell(page, 'second').evaluate((section) =>
      scrollBy(0, section.getBoundingClientRect().bottom - innerHeight),
    );
    expect(await outputTop()).toBeGreaterThan(590);
    await (await button(cell(page, 'second'), 'Run')).click();
    await expect.poll(outputTop).toBeLessThan(570);

    await writeCell(page, 'second', "for (let i = 0; i < 40; i += 1) console.log('line', i);");
    await page.keyboard.press('Shift+Enter');
    await status(page, 'second', 'done');
    const focus = () =>
      page.evaluate(() => {
        const { top, bottom } = (
          document.activeElement?.querySelector('.cm-line') ?? document.body
        ).getBoundingClientRect();
        const bar = document.querySelector('[data-lesson-bar]')?.getBoundingClientRect().bottom ?? 0;
        return top >= bar && bottom <= innerHeight;
      });
    await expect.poll(focus).toBe(true);
    expect(await readCell(page, 'third')).toContain('three');
    expect(await cell(page, 'third').evaluate((section) => section.contains(document.activeElement))).toBe(
      true,
    );
  });
});
