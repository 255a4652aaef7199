import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { outputOf } from '../support/attacked-page.ts';
import { violations } from '../support/axe.ts';
import { cell, restart, runCell, writeCell } from '../support/lesson-page.ts';
import { siteTest } from '../support/site-test.ts';

const id = 'first';

const model = `
  import { accuracyReport, showLayers, watchTasks, whatMoved } from 'deshielo';
  const backbone = tf.sequential({ layers: [
    tf.layers.conv2d({ filters: 4, kernelSize: 3, inputShape: [12, 12, 3], activation: 'relu', name: 'low' }),
    tf.layers.conv2d({ filters: 4, kernelSize: 3, activation: 'relu', name: 'high' }),
  ] });
  const model = tf.sequential({ layers: [backbone, tf.layers.globalAveragePooling2d({}), tf.layers.dense({ units: 2, activation: 'softmax', name: 'head' })] });
  const compile = () => model.compile({ optimizer: tf.train.adam(0.05), loss: 'categoricalCrossentropy' });
  const dark = tf.randomUniform([8, 12, 12, 3], 0, 0.4, 'float32', 1);
  const light = tf.randomUniform([8, 12, 12, 3], 0.6, 1, 'float32', 2);
  const xs = tf.concat([dark, light]);
  const ys = tf.oneHot(tf.concat([tf.zeros([8]), tf.ones([8])]).toInt(), 2).toFloat();
  compile();
`;

async function run(page: Page, source: string, where = id): Promise<string> {
  await writeCell(page, where, source);
  await runCell(page, 'en', where);
  return outputOf(page, where);
}

describe('showLayers', () => {
  siteTest(
    'freezes and unfreezes by keyboard, keeps the focus, and follows the code',
    async ({ openEngine }) => {
      const { page } = await openEngine('en');
      await run(page, `${model} await showLayers(model);`);
      const panel = cell(page, id).locator('.layers-panel');
      const states = () =>
        panel
          .locator('.stratum')
          .evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset['state']));
      await panel.waitFor();
      expect(await states()).toEqual(['trainable', 'trainable', 'trainable']);

      const freeze = panel.getByRole('button', { name: 'Freeze up to here: high' });
      await freeze.focus();
      await page.keyboard.press('Enter');
      await expect.poll(states).toEqual(['frozen', 'frozen', 'trainable']);
      const focused = page.locator(':focus');
      expect(await focused.getAttribute('aria-label')).toBe('Thaw from here on: high');
      expect(await panel.locator('pre').innerText()).toBe(
        'model.layers.forEach((layer, i) => { layer.trainable = i >= 2; });',
      );
      expect(await panel.locator('.layers-compiled').innerText()).toContain('Not compiled since');

      await run(
        page,
        'backbone.trainable = true; backbone.layers[0].trainable = false; compile();',
        'second',
      );
      await expect.poll(states).toEqual(['frozen', 'trainable', 'trainable']);
      expect(await panel.locator('.layers-compiled').innerText()).toContain('Compiled with these layers');
      expect(await violations(page)).toEqual([]);
    },
  );

  siteTest('reports that the model is lost after a restart', async ({ openEngine }) => {
    const { page } = await openEngine('en');
    await run(page, `${model} await showLayers(model);`);
    const panel = cell(page, id).locator('.layers-panel');
    await panel.waitFor();
    await restart(page, 'en');
    await panel.getByRole('button').first().click();
    await panel.getByText('this model was lost').waitFor();
  });
});

describe('whatMoved and accuracyReport', () => {
  siteTest('show a bar for each layer, and the worst pictures', async ({ openEngine }) => {
    const { page } = await openEngine('en');
    await run(
      page,
      `${model}
      backbone.trainable = false; compile();
      await model.fit(xs, ys, { epochs: 2 });
      await whatMoved(model);
      await accuracyReport(model, xs, ys, { classNames: ['dark', 'light'], worst: 3 });`,
    );
    // The views are loaded after the run.
    await expect
      .poll(() => outputOf(page, id))
      .toContain('Layers that moved: 1 of 3. Frozen, and exactly at 0: 2.');
    await expect.poll(() => outputOf(page, id)).toMatch(/\d+ of 16 examples classified correctly/);
    const rows = cell(page, id).locator('.moved-table tbody tr');
    expect(await rows.nth(0).innerText()).toMatch(/low\s+0\s+frozen/);
    const width = (row: number) =>
      rows
        .nth(row)
        .locator('.moved-bar span')
        .evaluate((bar) => bar.getBoundingClientRect().width);
    expect(await width(0)).toBe(0);
    expect(await width(2)).toBeGreaterThan(20);
    expect(await cell(page, id).locator('.mistakes canvas').count()).toBe(3);
    const chosen = cell(page, id).locator('.confusion-cell').first();
    await chosen.press('Enter');
    expect(await chosen.getAttribute('aria-pressed')).toBe('true');
    expect(await cell(page, id).locator('.confusion-examples canvas').count()).toBeGreaterThan(0);
    expect(await violations(page)).toEqual([]);
  });
});

describe('the note of a pitfall', () => {
  siteTest('links to the line to change', async ({ openEngine }) => {
    const { page } = await openEngine('en');
    await run(
      page,
      `${model}
      await model.fit(xs, ys, { epochs: 1, validationData: [dark, ys.slice(0, 8)] });`,
    );
    const note = cell(page, id).locator('.note-warn');
    expect(await note.innerText()).toContain('8 of the 8 examples');
    await note.getByRole('button').click();
    await expect
      .poll(() => cell(page, id).locator('.cm-activeLine').innerText())
      .toContain('model.fit(xs, ys');
  });
});

describe('watchTasks', () => {
  siteTest('draws a line for each task', async ({ openEngine }) => {
    const { page } = await openEngine('en');
    await run(
      page,
      `${model}
      await model.fit(xs, ys, { epochs: 3, callbacks: watchTasks({ dark: [dark, ys.slice(0, 8)], both: [xs, ys] }) });`,
    );
    const chart = cell(page, id).locator('[data-chart="render.linechart"]');
    await chart.locator('svg').waitFor();
    await expect.poll(() => chart.locator('tbody tr').count()).toBe(4);
    expect(await chart.locator('thead').innerText()).toMatch(/dark\s+both/);
  });
});
