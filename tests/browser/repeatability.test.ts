import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { cell, openBarMenu, restart, runCell, writeCell } from '../support/lesson-page.ts';
import { siteTest } from '../support/site-test.ts';
import { waitForEdit } from '../support/stored-record.ts';

/** Of the cell with random weights, dropout, shuffling, sampling and `Math.random`. */
const id = 'first';

const training = `
const xs = tf.randomNormal([64, 6]);
const ys = tf.randomUniform([64, 2]);
const model = tf.sequential({ layers: [
  tf.layers.dense({ units: 16, activation: 'relu', inputShape: [6] }),
  tf.layers.dropout({ rate: 0.4 }),
  tf.layers.dense({ units: 2 }),
] });
model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
const { history } = await model.fit(xs, ys, { epochs: 5, batchSize: 16 });
const drawn = await tf.multinomial(tf.zeros([64]), 12).data();
JSON.stringify({ loss: history.loss, drawn: [...drawn], number: Math.random() })`;

async function runTraining(page: Page): Promise<string> {
  await runCell(page, 'en', id);
  return cell(page, id).locator('[data-output=value]').innerText();
}

describe.each(['wasm', 'webgl', 'cpu'] as const)('on %s', (backend) => {
  siteTest(
    'the same seed repeats a training bit by bit, after Restart and in a new visit; another seed does not',
    async ({ openEngine }) => {
      const { page } = await openEngine('en', { backend });
      await writeCell(page, id, training);
      const first = await runTraining(page);
      expect(await page.locator('[data-backend]').getAttribute('data-backend')).toBe(backend);
      const shown: { loss: number[]; drawn: number[] } = JSON.parse(JSON.parse(first));
      expect(shown.loss.every(Number.isFinite)).toBe(true);
      expect(new Set(shown.drawn).size).toBeGreaterThan(1);

      expect(await runTraining(page), 'a second run continues the random sequence').not.toBe(first);
      await restart(page, 'en');
      expect(await runTraining(page)).toBe(first);

      await waitForEdit(page, id, training);
      await page.reload();
      expect(await runTraining(page)).toBe(first);

      await openBarMenu(page);
      await page.getByLabel('Seed').fill('43');
      await page.keyboard.press('Enter');
      await restart(page, 'en');
      expect(await runTraining(page)).not.toBe(first);
    },
  );
});

describe('the seed in the lesson bar', () => {
  siteTest(
    'is 42, can be changed by keyboard, shows when it applies, and is stored for the lesson',
    async ({ openEngine }) => {
      const { page } = await openEngine('es', { backend: 'cpu' });
      const seed = page.getByLabel('Semilla');
      expect(await seed.inputValue()).toBe('42');
      const draw = async (): Promise<string> => {
        await runCell(page, 'es', id);
        return cell(page, id).locator('[data-output=value]').innerText();
      };
      await writeCell(page, id, 'Math.random()');
      const first = await draw();

      await openBarMenu(page);
      await seed.focus();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type('7');
      await page.keyboard.press('Enter');
      expect(await page.locator('.lesson-notice').innerText()).toContain(
        'La semilla 7 se usará al reiniciar',
      );
      await restart(page, 'es');
      expect(await draw()).not.toBe(first);
      expect(await page.locator('.lesson-notice').count()).toBe(0);

      await page.reload();
      await expect.poll(() => seed.inputValue()).toBe('7');
      await page.getByRole('link', { name: 'English' }).click();
      await expect.poll(() => page.getByLabel('Seed').inputValue()).toBe('7');

      await openBarMenu(page);
      await page.getByLabel('Seed').fill('-3');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.getByLabel('Seed').inputValue()).toBe('7');
    },
  );
});
