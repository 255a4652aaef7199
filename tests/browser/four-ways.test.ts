import { describe, expect } from 'vitest';
import { violations } from '../support/axe.ts';
import { cell, runCell, status, writeCell } from '../support/lesson-page.ts';
import { siteTest } from '../support/site-test.ts';

const id = 'first';
const bench = (epochs: number) => `
import { iconDataset, iconNet, trainFourWays } from 'deshielo';
const insects = await iconDataset(['butterfly', 'bee'], { numExamples: 6, augment: 2 });
const results = await trainFourWays({
  base: (pretrained) =>
    iconNet({ weights: pretrained ? 'icons' : null, includeTop: false, inputShape: [64, 64, 3] }),
  train: insects.train,
  validation: insects.validation,
  epochs: ${epochs},
});`;

describe('trainFourWays', () => {
  siteTest.for([
    ['en', 'light', 1280, ['From scratch', 'Frozen base', 'Last block', 'Everything']],
    ['es', 'dark', 390, ['Desde cero', 'Base congelada', 'Último bloque', 'Todo']],
  ] as const)(
    'shows the progress, the curve and the row of each strategy (%s, %s, %i px)',
    async ([language, colorScheme, width, ways], { openEngine }) => {
      const { page } = await openEngine(language, {
        colorScheme,
        viewport: { width, height: 850 },
      });
      const section = cell(page, id);
      await writeCell(page, id, bench(4));
      await runCell(page, language, id);
      const bars = section.locator('.progress-line').filter({ hasText: /par[aá]m/ });
      expect(
        await bars.evaluateAll((all) => all.map((bar) => bar.querySelector('progress')?.position)),
      ).toEqual([1, 1, 1, 1]);
      const labels = await bars
        .locator('progress')
        .evaluateAll((all) => all.map((bar) => bar.ariaLabel ?? ''));
      expect(labels.map((label) => label.split(' · ')[0])).toEqual(ways);
      expect(labels.map((label) => label.split(' · ')[1]?.replace(/\D/g, ''))).toEqual([
        '206466',
        '16770',
        '127490',
        '206466',
      ]);

      const charts = section.locator('[data-chart="render.linechart"]');
      expect(await charts.count()).toBe(2);
      for (const chart of await charts.all()) {
        await expect.poll(() => chart.locator('tbody tr').count()).toBe(4);
        await expect.poll(() => chart.locator('.mark-line.role-mark path').count()).toBe(4);
        const dashes = (selector: string) =>
          chart
            .locator(selector)
            .evaluateAll((all) => all.map((path) => path.getAttribute('stroke-dasharray')));
        const lines = await dashes('.mark-line.role-mark path');
        expect(new Set(lines).size).toBe(4);
        // The legend uses the same dashes as the lines.
        expect(await dashes('.role-legend-symbol path')).toEqual(lines);
        const sentence = (await chart.locator('.chart-area').getAttribute('aria-label')) ?? '';
        for (const way of ways) expect(sentence).toContain(way);
      }

      const rows = section.locator('.output-table tbody tr');
      await expect.poll(() => rows.locator('td:first-child').allInnerTexts()).toEqual(ways);
      expect(await rows.locator('td:nth-child(3)').allInnerTexts()).toEqual(['4', '4', '4', '4']);
      const name = language === 'en' ? 'Copy CSV' : 'Copiar CSV';
      expect(await section.getByRole('button', { name }).isVisible()).toBe(true);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await violations(page)).toEqual([]);
    },
  );

  siteTest('ends on Stop, with the finished strategy in its table', async ({ openEngine }) => {
    const { page } = await openEngine('en');
    const section = cell(page, id);
    await writeCell(page, id, bench(200));
    await section.getByRole('button', { name: 'Run', exact: true }).click();
    await section.locator('[data-chart="render.linechart"] svg').first().waitFor({ timeout: 120_000 });
    await section.getByRole('button', { name: 'Stop', exact: true }).click();
    await status(page, id, 'stopped');
    const epochs = section.locator('.output-table dd').nth(2);
    expect(Number(await epochs.innerText())).toBeLessThan(200);
  });
});
