import type { Locator } from 'playwright-core';
import sharp from 'sharp';
import { describe, expect } from 'vitest';
import { cell, runCell, writeCell } from '../support/lesson-page.ts';
import { chooseText, openProgress, sampleFile } from '../support/progress-page.ts';
import { siteTest } from '../support/site-test.ts';

const id = 'first';

/** Returns whether a change alters the look of a part of the page. */
async function looksOtherwise(part: Locator, change: () => Promise<unknown>): Promise<boolean> {
  const before = await part.screenshot();
  await change();
  return !before.equals(await part.screenshot());
}

/** Returns a computed style of each element. */
const styles = (all: Locator, name: string) =>
  all.evaluateAll(
    (found, property) => found.map((each) => getComputedStyle(each).getPropertyValue(property)),
    name,
  );

describe.each([
  ['dark', 'light'],
  ['light', 'dark'],
] as const)('where the system forces its colours (%s)', (colorScheme, chosen) => {
  const options = { forcedColors: 'active', colorScheme } as const;

  siteTest(
    'information shown by colour is also shown by a sign or by the system’s colours',
    async ({ openEngine }) => {
      const { page } = await openEngine('en', options);
      await writeCell(
        page,
        id,
        `import { showLayers, whatMoved } from 'deshielo';
      const layer = (name) => tf.layers.dense({ units: 2, inputShape: [2], name });
      const model = tf.sequential({ layers: [layer('low'), layer('head')] });
      model.layers[0].trainable = false;
      model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
      await model.fit(tf.ones([4, 2]), tf.ones([4, 2]), { epochs: 1 });
      await showLayers(model);
      await whatMoved(model);`,
      );
      await runCell(page, 'en', id);
      const output = cell(page, id).locator('[data-cell-output]');
      await output.locator('.layers-panel').waitFor();
      await output.locator('.moved-bar').nth(1).waitFor();

      const [frozen, thawed] = await styles(output.locator('.stratum'), 'border-left-style');
      expect(frozen).not.toBe(thawed);
      const [canvas] = await styles(page.locator('body'), 'background-color');
      const [solid, hollow] = await output
        .locator('.stratum .layer-state')
        .evaluateAll((all) => all.map((each) => getComputedStyle(each, '::before').backgroundColor));
      expect(solid).not.toBe(canvas);
      expect(hollow).toBe(canvas);
      for (const bar of ['.moved-bar span', '.model-share span'])
        expect(await styles(output.locator(bar).last(), 'background-color'), bar).not.toEqual([canvas]);

      const photos = page.locator('[data-photo-picker] .photo-strip label');
      await photos.first().scrollIntoViewIfNeeded();
      const choose = () => photos.nth(1).locator('input').check({ force: true });
      expect(await looksOtherwise(photos.first(), choose)).toBe(true);

      const line = cell(page, id).locator('.cm-line').first();
      await line.click();
      expect(await looksOtherwise(line, () => page.keyboard.press('ControlOrMeta+a'))).toBe(true);
    },
  );

  siteTest('how much is done is seen, and a theme that was chosen yields', async ({ open }) => {
    const { page } = await open('/en/', options);
    await page.evaluate((theme) => localStorage.setItem('deshielo:theme', theme), chosen);
    await openProgress(page, 'en');
    const current = page.locator('header nav a[aria-current]');
    expect(await styles(current, 'text-decoration-line')).toEqual(['underline']);
    await chooseText(page, 'import', sampleFile);
    await page.getByRole('button', { name: 'Replace what is here' }).click();
    await page.getByText('The file has replaced what was here.').waitFor();
    const bar = page.locator('.shares progress').first();
    await bar.evaluate((each: HTMLProgressElement) => Object.assign(each, { value: each.max / 2 }));
    const { data, info } = await sharp(await bar.screenshot())
      .raw()
      .toBuffer({ resolveWithObject: true });
    const colourAt = (share: number) => {
      const place = Math.floor(info.height / 2) * info.width + Math.floor(info.width * share);
      return [...data.subarray(place * info.channels, place * info.channels + 3)];
    };
    expect(colourAt(0.25)).not.toEqual(colourAt(0.75));

    const ink = () => styles(page.locator('html'), '--ink');
    const shown = await ink();
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    expect(await ink()).toEqual(shown);
    expect(await page.locator('[data-theme-switch]').isVisible()).toBe(false);
  });
});
