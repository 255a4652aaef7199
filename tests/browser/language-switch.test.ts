import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '../support/axe.ts';
import { launchBrowser, openPage } from '../support/browser.ts';
import { cell, lessonPath, readCell, runCell, writeCell } from '../support/lesson-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const switchTo = async (page: Page, language: 'es' | 'en'): Promise<void> => {
  // As the keyboard does it: the link is far up, and to press it must not move the page.
  await page
    .locator(`a[data-language="${language}"]`)
    .first()
    .evaluate((link) => (link as HTMLElement).click());
  await page.waitForURL(`**${lessonPath[language]}**`);
  await page.waitForLoadState('load');
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
};

/** In pixels: less is within a line's own leading, and a reader does not see it. */
const visibleShift = 4;

const topOf = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => Math.round(element.getBoundingClientRect().top));

describe('the language switch', () => {
  it('keeps the reader at the cell, to the line, and back again', async () => {
    const { page, close } = await openPage(browser, lessonPath.es);
    await page.waitForLoadState('networkidle');
    await cell(page, 'predict').evaluate((element) => {
      scrollBy({ top: element.getBoundingClientRect().top - 137, behavior: 'instant' });
    });
    await switchTo(page, 'en');
    expect(new URL(page.url()).hash).toBe('#cell-predict');
    const offBy = async () => Math.abs((await topOf(page, '#cell-predict')) - 137);
    await expect.poll(offBy).toBeLessThanOrEqual(visibleShift);
    await switchTo(page, 'es');
    await expect.poll(offBy).toBeLessThanOrEqual(visibleShift);
    await close();
  });

  it('keeps them at the heading, whose id is another there, wherever the address pointed before', async () => {
    const { page, close } = await openPage(browser, `${lessonPath.es}#cell-predict`);
    await page.waitForLoadState('networkidle');
    const heading = '#tiempo-y-uso-de-cpu';
    await page.locator(heading).evaluate((element) => {
      scrollBy({ top: element.getBoundingClientRect().top - 300, behavior: 'instant' });
    });
    // The address's own scrolling, which is smooth, may still be on its way.
    await page.waitForTimeout(1000);
    const before = await topOf(page, heading);
    expect(Math.abs(before - 300)).toBeLessThan(100);
    await switchTo(page, 'en');
    expect(new URL(page.url()).hash).toBe('#time-and-cpu-use');
    const offBy = async () => Math.abs((await topOf(page, '#time-and-cpu-use')) - before);
    await expect.poll(offBy).toBeLessThanOrEqual(visibleShift);
    await close();
  });

  it('at the top leads to the top', async () => {
    const { page, close } = await openPage(browser, lessonPath.es);
    await switchTo(page, 'en');
    expect(new URL(page.url()).hash).toBe('');
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await close();
  });

  it('keeps the code of a cell', async () => {
    const { page, close } = await openPage(browser, lessonPath.es);
    await writeCell(page, 'top-k', 'const mine = 1;');
    await page.waitForTimeout(500);
    await switchTo(page, 'en');
    await expect.poll(() => readCell(page, 'top-k')).toBe('const mine = 1;');
    await close();
  });

  it('keeps what cells showed in words and numbers, marked, until they run again; also over a second switch', async () => {
    const { page, errors, close } = await openPage(browser, `${lessonPath.es}?backend=cpu`);
    await writeCell(
      page,
      'predict',
      "console.log('hola'); display([{ a: 1.5 }, { a: 2 }], tf.tensor([1, NaN]), tf.tensor([3, 4])); ({ k: '<b>' })",
    );
    await runCell(page, 'es', 'predict');
    await page.waitForTimeout(500);
    await switchTo(page, 'en');
    const output = cell(page, 'predict').locator('[data-cell-output]');
    await expect.poll(() => output.locator('[data-output]').count()).toBeGreaterThanOrEqual(4);
    expect(await output.innerText()).toMatch(/^From before the language was switched/);
    expect(await output.innerText()).toContain('hola');
    expect(await output.locator('table').innerText()).toMatch(/1\.5\s+2/);
    expect(await output.locator('b').count()).toBe(0);
    expect(await cell(page, 'predict').getAttribute('data-status')).toBe('idle');
    expect(await violations(page)).toEqual([]);

    await switchTo(page, 'es');
    await expect.poll(() => output.innerText()).toMatch(/^De antes de cambiar de idioma/);
    await writeCell(page, 'predict', "console.log('otra vez');");
    await runCell(page, 'es', 'predict');
    await expect.poll(() => output.innerText()).toBe('otra vez');
    await page.reload();
    await page.waitForLoadState('networkidle');
    expect(await output.innerText()).toBe('');
    expect(errors).toEqual([]);
    await close();
  });
});
