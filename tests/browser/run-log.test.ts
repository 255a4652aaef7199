import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { violations } from '../support/axe.ts';
import { cell, restart, runCell, writeCell } from '../support/lesson-page.ts';
import { siteTest } from '../support/site-test.ts';
import { engineLesson, storedRecord } from '../support/stored-record.ts';

const id = 'first';

const training = (rate: number) => `
const net = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [2], activation: 'softmax', name: 'head' })] });
net.compile({ optimizer: tf.train.adam(${rate}), loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
await net.fit(tf.randomUniform([12, 2]), tf.oneHot([0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2], 3), { epochs: 4, batchSize: 4, validationSplit: 0.25 });`;

async function train(page: Page, language: 'es' | 'en', ...rates: readonly number[]): Promise<void> {
  for (const rate of rates) {
    await writeCell(page, id, training(rate));
    await runCell(page, language, id);
  }
}

const rows = (page: Page) => page.locator('[data-run-log] [data-run]');

describe('the log of trainings', () => {
  siteTest('lists each training, compares two, and is restored after a reload', async ({ openEngine }) => {
    const { page } = await openEngine('en', { backend: 'cpu' });
    const log = page.locator('[data-run-log]');
    await log.scrollIntoViewIfNeeded();
    expect(await log.innerText()).toContain('There are none yet');
    await train(page, 'en', 0.01, 0.1);
    await expect.poll(() => rows(page).count()).toBe(2);
    const [newest] = await rows(page).all();
    expect(await newest?.innerText()).toMatch(
      /^\s*2\s.*Adam · 0\.1 · batch 4 · 4 epochs\s+9 \/ 9, from head\s+loss /s,
    );
    await expect
      .poll(() => log.getByRole('status').innerText())
      .toBe('Training 2, of the cell first, noted.');

    await log.getByRole('checkbox', { name: 'Compare training 1' }).check();
    expect(await log.getByRole('button', { name: 'Compare (1)' }).isDisabled()).toBe(true);
    expect(await log.locator('.run-compare-bar').innerText()).toContain('Tick another training');
    await log.getByRole('checkbox', { name: 'Compare training 2' }).check();
    const compared = log.locator('[data-compared]');
    await compared.locator('svg.marks').nth(1).waitFor();
    await log.getByRole('button', { name: 'Compare (2)' }).click();
    expect(await compared.locator('h3').evaluate((heading) => heading === document.activeElement)).toBe(true);
    const strokes = await compared
      .locator('.chart')
      .first()
      .locator('.mark-line.role-mark path')
      .evaluateAll((lines) => lines.map((line) => line.getAttribute('stroke')));
    expect(new Set(strokes).size).toBe(2);
    expect(await rows(page).first().locator('.run-sparkline').getAttribute('aria-label')).toMatch(
      /^acc goes from [\d.]+% to [\d.]+%; val_acc goes from/,
    );
    expect(await compared.locator('.mark-line.role-mark path').count()).toBe(8);
    expect(await compared.locator('tr[data-differs] th').allInnerTexts()).toEqual([
      'Learning rate ≠ different',
    ]);

    await log.getByRole('textbox', { name: 'Conclusion of training 1' }).fill('slow & <b>steady</b>');
    await expect
      .poll(() => storedRecord(page, ['runs', engineLesson, 1]))
      .toMatchObject({ note: 'slow & <b>steady</b>' });
    await page.reload();
    await log.scrollIntoViewIfNeeded();
    await expect.poll(() => rows(page).count()).toBe(2);
    expect(await log.getByRole('textbox', { name: 'Conclusion of training 1' }).inputValue()).toBe(
      'slow & <b>steady</b>',
    );
  });

  siteTest('folds many trainings of one run to a row', async ({ openEngine }) => {
    const { page } = await openEngine('en', { backend: 'cpu' });
    const log = page.locator('[data-run-log]');
    await writeCell(page, id, `for (let split = 0; split < 5; split++) {${training(0.1)}}`);
    await runCell(page, 'en', id);
    await log.scrollIntoViewIfNeeded();
    await expect.poll(() => rows(page).count()).toBe(5);
    const fold = log.getByRole('button', { name: /^1–5 · 5 trainings · .*final val_acc from/ });
    expect(await rows(page).first().isVisible()).toBe(false);
    await fold.press('Enter');
    expect(await fold.getAttribute('aria-expanded')).toBe('true');
    expect(await rows(page).last().isVisible()).toBe(true);
    await log.getByRole('button', { name: 'first · 5 trainings' }).press('Enter');
    expect(await rows(page).last().isVisible()).toBe(false);
  });

  siteTest('deletes and restores by keyboard, and saves both types of file (es)', async ({ openEngine }) => {
    const { page } = await openEngine('es', { backend: 'cpu' });
    await train(page, 'es', 0.01, 0.1);
    const log = page.locator('[data-run-log]');
    await log.scrollIntoViewIfNeeded();
    await expect.poll(() => rows(page).count()).toBe(2);

    await log.getByRole('button', { name: 'Borrar el entrenamiento 1' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => rows(page).count()).toBe(1);
    await expect.poll(() => log.getByRole('status').innerText()).toBe('Entrenamiento 1 borrado.');
    await page.keyboard.press('Enter');
    await expect.poll(() => rows(page).count()).toBe(2);
    expect(await rows(page).evaluateAll((found) => found.map((row) => row.getAttribute('data-run')))).toEqual(
      ['2', '1'],
    );

    for (const [button, name, content] of [
      ['Guardar en Markdown', /entrenamientos\.md$/, /^# Motor\n\n## 2 · first/],
      ['Guardar en CSV', /entrenamientos\.csv$/, /Tasa de aprendizaje.*\r\n2,.*Adam,0\.1\d*,/s],
    ] as const) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        log.getByRole('button', { name: button }).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(name);
      expect(await readFile(await download.path(), 'utf8')).toMatch(content);
    }
  });

  siteTest.for([
    ['Stop, of a training that never yields', ", yieldEvery: 'never'", '', 'Stop'],
    ['Restart', '', 'await new Promise((done) => setTimeout(done, 20));', 'Restart'],
  ] as const)(
    'lists a training that %s ended early, up to the last epoch received',
    async ([, option, wait, button], { openEngine }) => {
      const { page } = await openEngine('en', { backend: 'cpu' });
      const log = page.locator('[data-run-log]');
      await log.scrollIntoViewIfNeeded();
      // The page receives a training after half a second and can store it from then on.
      const callbacks = `callbacks: { async onEpochEnd() {
      ${wait} if (performance.now() - began > 1000 && !said) { said = true; console.log('well under way'); }
    } }`;
      await writeCell(
        page,
        id,
        `const began = performance.now(); let said = false;
      ${training(0.01).replace('epochs: 4', `epochs: 1_000_000, ${callbacks}${option}`)}`,
      );
      const section = cell(page, id);
      await section.getByRole('button', { name: 'Run', exact: true }).click();
      await section.locator('[data-output=text]').getByText('well under way').waitFor();
      if (button === 'Restart') await restart(page, 'en');
      else await section.getByRole('button', { name: button, exact: true }).click();
      await expect.poll(() => rows(page).count()).toBe(1);
      expect(await rows(page).innerText()).toMatch(/ended early.*\d of 1,000,000 epochs/s);
      await expect.poll(() => log.getByRole('status').innerText()).toContain('Training 1');
    },
  );

  siteTest(
    'stores the name and the confusion matrix of a model, compares them, and writes them to a file',
    async ({ openEngine }) => {
      const { page } = await openEngine('en', { backend: 'cpu' });
      const log = page.locator('[data-run-log]');
      await writeCell(
        page,
        id,
        `import { accuracyReport } from 'deshielo';
      const input = tf.input({ shape: [2] });
      const xs = tf.randomUniform([6, 2]); const ys = tf.oneHot([0, 1, 0, 1, 0, 1], 2);
      for (const name of ['butterflies', 'bees']) {
        const outputs = tf.layers.dense({ units: 2, activation: 'softmax' }).apply(input);
        const model = tf.model({ inputs: input, outputs, name });
        model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' });
        await model.fit(xs, ys, { epochs: 2 });
        await accuracyReport(model, xs, ys, { classNames: ['butterfly', 'bee'] });
      }`,
      );
      await runCell(page, 'en', id);
      await log.scrollIntoViewIfNeeded();
      await expect
        .poll(() => log.getByRole('status').innerText())
        .toBe('The confusion matrix of training 2 is noted.');
      for (const box of await log.getByRole('checkbox').all()) await box.check();
      const matrices = log.locator('[data-chart="render.confusionMatrix"]');
      await matrices.nth(1).locator('svg').waitFor();
      expect(await matrices.locator('figcaption').allInnerTexts()).toEqual([
        '1 · Confusion matrix',
        '2 · Confusion matrix',
      ]);
      expect(await log.locator('tr[data-differs]').allInnerTexts()).toEqual([
        expect.stringMatching(/Model ≠ different\s+butterflies\s+bees/),
        expect.stringContaining('First trained layer'),
      ]);
      await page.reload();
      await log.scrollIntoViewIfNeeded();
      await expect.poll(() => rows(page).count()).toBe(2);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        log.getByRole('button', { name: 'Save as Markdown' }).click(),
      ]);
      const saved = await readFile(await download.path(), 'utf8');
      expect(saved.match(/\| butterfly \| \d \| \d \|/g)).toHaveLength(2);
    },
  );

  siteTest(
    'folds its rows on a phone to the results, and unfolds them by keyboard',
    async ({ openEngine }) => {
      const { page } = await openEngine('en', { backend: 'cpu', viewport: { width: 390, height: 850 } });
      await train(page, 'en', 0.01, 0.1);
      const log = page.locator('[data-run-log]');
      await log.scrollIntoViewIfNeeded();
      await expect.poll(() => rows(page).count()).toBe(2);
      const row = rows(page).first();
      const note = row.getByRole('textbox');
      expect(await row.innerText()).toContain('val_loss');
      expect(await note.isVisible()).toBe(false);
      const folded = (await row.boundingBox())?.height ?? 0;
      const more = row.getByRole('button', { name: 'Details of training 2' });
      await more.focus();
      await page.keyboard.press('Enter');
      expect(await more.getAttribute('aria-expanded')).toBe('true');
      expect(await note.isVisible()).toBe(true);
      expect(await row.innerText()).toContain('Adam · 0.1');
      expect((await row.boundingBox())?.height).toBeGreaterThan(folded + 100);
      await page.keyboard.press('Enter');
      expect(await note.isVisible()).toBe(false);
      expect(await violations(page)).toEqual([]);
      await page.setViewportSize({ width: 1280, height: 900 });
      expect(await more.isVisible()).toBe(false);
      expect(await note.isVisible()).toBe(true);
    },
  );

  siteTest('is printed without the lesson', async ({ openEngine }) => {
    const { page } = await openEngine('en', { backend: 'cpu' });
    await train(page, 'en', 0.01);
    await page.evaluate(() => {
      window.print = () => void document.documentElement.setAttribute('data-printed', '');
    });
    await page.locator('[data-run-log]').scrollIntoViewIfNeeded();
    await page.locator('[data-run-log]').getByRole('button', { name: 'Print' }).click();
    await page.locator('[data-printed]').waitFor({ state: 'attached' });
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('[data-run-log] table').first().isVisible()).toBe(true);
    expect(await page.locator('[data-cell="first"]').isVisible()).toBe(false);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await page.locator('[data-cell="first"]').isVisible()).toBe(true);
  });

  siteTest.for([
    ['dark', 1280],
    ['light', 390],
  ] as const)(
    'has no axe violation and does not scroll the page sideways (%s, %i px)',
    async ([colorScheme, width], { openEngine }) => {
      const { page } = await openEngine('es', {
        backend: 'cpu',
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
    },
  );
});
