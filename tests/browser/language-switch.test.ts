import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { violations } from '../support/axe.ts';
import { keptCells } from '../support/kept-outputs.ts';
import { cell, enginePath, readCell, runCell, writeCell } from '../support/lesson-page.ts';
import { siteTest } from '../support/site-test.ts';
import { waitForEdit } from '../support/stored-record.ts';

const switchTo = async (page: Page, language: 'es' | 'en'): Promise<void> => {
  // As by keyboard: a mouse click would scroll up to the link.
  await page
    .locator(`a[data-language="${language}"]`)
    .first()
    .evaluate((link) => (link as HTMLElement).click());
  await page.waitForURL(`**${enginePath[language]}**`);
  await page.waitForLoadState('load');
};

/** In pixels; a smaller shift is not visible, because it is less than a line's leading. */
const visibleShift = 4;

const topOf = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => Math.round(element.getBoundingClientRect().top));

describe('the language switch', () => {
  siteTest('keeps the reader at the same line of a cell, in both directions', async ({ openEngine }) => {
    const { page } = await openEngine('es', { viewport: { width: 1280, height: 400 } });
    await page.waitForLoadState('networkidle');
    await cell(page, 'third').evaluate((element) => {
      scrollBy({ top: element.getBoundingClientRect().top - 137, behavior: 'instant' });
    });
    await switchTo(page, 'en');
    expect(new URL(page.url()).hash).toBe('#cell-third');
    const offBy = async () => Math.abs((await topOf(page, '#cell-third')) - 137);
    await expect.poll(offBy).toBeLessThanOrEqual(visibleShift);
    await switchTo(page, 'es');
    await expect.poll(offBy).toBeLessThanOrEqual(visibleShift);
  });

  siteTest(
    'keeps the reader at a heading with another id, whatever anchor the address had',
    async ({ open }) => {
      const { page } = await open(`${enginePath.es}#cell-third`, {
        site: inject('testSite'),
        // Without it, the smooth scrolling to the anchor would still be under way.
        reducedMotion: 'reduce',
        viewport: { width: 1280, height: 400 },
      });
      await page.waitForLoadState('networkidle');
      const heading = '#entrenamientos';
      await page.locator(heading).evaluate((element) => {
        scrollBy({ top: element.getBoundingClientRect().top - 150, behavior: 'instant' });
      });
      const before = await topOf(page, heading);
      expect(Math.abs(before - 150)).toBeLessThanOrEqual(visibleShift);
      await switchTo(page, 'en');
      expect(new URL(page.url()).hash).toBe('#trainings');
      const offBy = async () => Math.abs((await topOf(page, '#trainings')) - before);
      await expect.poll(offBy).toBeLessThanOrEqual(visibleShift);
    },
  );

  siteTest('stays at the top of the page', async ({ openEngine }) => {
    const { page } = await openEngine('es');
    await switchTo(page, 'en');
    await page.waitForLoadState('networkidle');
    expect(new URL(page.url()).hash).toBe('');
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  siteTest('keeps the code of a cell', async ({ openEngine }) => {
    const { page } = await openEngine('es');
    await writeCell(page, 'first', 'const mine = 1;');
    await waitForEdit(page, 'first', 'const mine = 1;');
    await switchTo(page, 'en');
    await expect.poll(() => readCell(page, 'first')).toBe('const mine = 1;');
  });

  siteTest(
    'keeps outputs, pictures and charts included, until the cell runs again',
    async ({ openEngine }) => {
      const { page } = await openEngine('es', { backend: 'cpu' });
      await writeCell(
        page,
        'third',
        "import * as tfvis from '@tensorflow/tfjs-vis'; console.log('hola'); display([{ a: 1.5 }, { a: 2 }], tf.tensor([1, NaN])); display(tf.zeros([8, 8, 3])); await tfvis.render.barchart({ name: 'bars' }, [{ index: 0, value: 1 }]); ({ k: '<b>' })",
      );
      await runCell(page, 'es', 'third');
      await expect.poll(() => keptCells(page)).toContain('third');
      await switchTo(page, 'en');
      const output = cell(page, 'third').locator('[data-cell-output]');
      await output.locator('[data-earlier] [data-output=chart] svg, [data-earlier] canvas').first().waitFor();
      await expect.poll(() => output.locator('[data-output=chart]').count()).toBe(1);
      expect(await output.innerText()).toContain('hola');
      expect(await output.locator('table').first().innerText()).toMatch(/1\.5\s+2/);
      expect(await output.locator('b').count()).toBe(0);
      expect(await cell(page, 'third').locator('[data-cell-notice]').innerText()).toMatch(
        /^From an earlier visit/,
      );
      expect(await cell(page, 'third').getAttribute('data-status')).toBe('idle');
      expect(await cell(page, 'third').getAttribute('data-stale')).toBeNull();
      expect(await violations(page)).toEqual([]);

      await switchTo(page, 'es');
      await expect
        .poll(() => cell(page, 'third').locator('[data-cell-notice]').innerText())
        .toMatch(/^De una visita anterior/);
      await writeCell(page, 'third', "console.log('otra vez');");
      await runCell(page, 'es', 'third');
      await expect.poll(() => output.innerText()).toBe('otra vez');
      await expect.poll(() => cell(page, 'third').locator('[data-cell-notice]').count()).toBe(0);
    },
  );
});
