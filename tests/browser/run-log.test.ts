import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { runCell, writeCell } from '../support/lesson-page.ts';
import { openLessonWithRunLog } from '../support/run-log-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const training = (rate: number) => `
const net = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [2], activation: 'softmax', name: 'head' })] });
net.compile({ optimizer: tf.train.adam(${rate}), loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
await net.fit(tf.randomUniform([12, 2]), tf.oneHot([0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2], 3), { epochs: 4, batchSize: 4, validationSplit: 0.25 });`;

async function train(page: Page, language: 'es' | 'en', ...rates: readonly number[]): Promise<void> {
  for (const rate of rates) {
    await writeCell(page, 'load-model', training(rate));
    await runCell(page, language, 'load-model');
  }
}

const rows = (page: Page) => page.locator('[data-run-log] [data-run]');

describe('the log of trainings', () => {
  it('notes each training, compares two, and is there again after a reload', async () => {
    const { page, errors, close } = await openLessonWithRunLog(browser, 'en');
    const log = page.locator('[data-run-log]');
    await log.scrollIntoViewIfNeeded();
    expect(await log.innerText()).toContain('There are none yet');
    await train(page, 'en', 0.01, 0.1);
    await expect.poll(() => rows(page).count()).toBe(2);
    const [newest] = await rows(page).all();
    expect(await newest?.innerText()).toMatch(
      /^\s*2 load-model\s.*Adam · 0\.1 · batch 4 · 4 epochs\s+9 \/ 9, from head\s+loss /s,
    );
    expect(await log.getByRole('status').innerText()).toBe('Training 2, of the cell load-model, noted.');

    await log.getByRole('checkbox', { name: 'Compare training 1' }).check();
    expect(await log.innerText()).toContain('Tick another training');
    await log.getByRole('checkbox', { name: 'Compare training 2' }).check();
    const compared = log.locator('[data-compared]');
    await compared.locator('svg.marks').nth(1).waitFor();
    expect(await compared.locator('.mark-line.role-mark path').count()).toBe(8);
    expect(await compared.locator('tr[data-differs] th').allInnerTexts()).toEqual([
      'Learning rate ≠ different',
    ]);

    await log.getByRole('textbox', { name: 'Conclusion of training 1' }).fill('slow & <b>steady</b>');
    await page.waitForTimeout(500);
    await page.reload();
    await log.scrollIntoViewIfNeeded();
    await expect.poll(() => rows(page).count()).toBe(2);
    expect(await log.getByRole('textbox', { name: 'Conclusion of training 1' }).inputValue()).toBe(
      'slow & <b>steady</b>',
    );
    expect(errors).toEqual([]);
    await close();
  });

  it('deletes and puts back by keyboard, and saves both kinds of file (es)', async () => {
    const { page, errors, close } = await openLessonWithRunLog(browser, 'es');
    await train(page, 'es', 0.01, 0.1);
    const log = page.locator('[data-run-log]');
    await log.scrollIntoViewIfNeeded();
    await expect.poll(() => rows(page).count()).toBe(2);

    await log.getByRole('button', { name: 'Borrar el entrenamiento 1' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => rows(page).count()).toBe(1);
    expect(await log.getByRole('status').innerText()).toBe('Entrenamiento 1 borrado.');
    await page.keyboard.press('Enter');
    await expect.poll(() => rows(page).count()).toBe(2);
    expect(await rows(page).evaluateAll((found) => found.map((row) => row.getAttribute('data-run')))).toEqual(
      ['2', '1'],
    );

    for (const [button, name, content] of [
      ['Guardar en Markdown', /entrenamientos\.md$/, /^# Modelos preentrenados\n\n## 2 · load-model/],
      ['Guardar en CSV', /entrenamientos\.csv$/, /Tasa de aprendizaje.*\r\n2,.*Adam,0\.1\d*,/s],
    ] as const) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        log.getByRole('button', { name: button }).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(name);
      expect(await readFile(await download.path(), 'utf8')).toMatch(content);
    }
    expect(errors).toEqual([]);
    await close();
  });

  it('prints alone', async () => {
    const { page, close } = await openLessonWithRunLog(browser, 'en');
    await train(page, 'en', 0.01);
    await page.evaluate(() => {
      window.print = () => void document.documentElement.setAttribute('data-printed', '');
    });
    await page.locator('[data-run-log]').scrollIntoViewIfNeeded();
    await page.getByRole('button', { name: 'Print' }).click();
    await page.locator('[data-printed]').waitFor({ state: 'attached' });
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('[data-run-log] table').first().isVisible()).toBe(true);
    expect(await page.locator('[data-cell="load-model"]').isVisible()).toBe(false);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await page.locator('[data-cell="load-model"]').isVisible()).toBe(true);
    await close();
  });

  it.each([
    ['light', 1280],
    ['dark', 390],
    ['dark', 1280],
    ['light', 390],
  ] as const)('has no axe violation and does not scroll the page sideways (%s, %i px)', async (colorScheme, width) => {
    const { page, close } = await openLessonWithRunLog(browser, 'es', {
      colorScheme,
      viewport: { width, height: 850 },
    });
    await train(page, 'es', 0.01, 0.1);
    const log = page.locator('[data-run-log]');
    await log.scrollIntoViewIfNeeded();
    for (const box of await log.getByRole('checkbox').all()) await box.check();
    await log.locator('svg.marks').nth(1).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await close();
  });
});
