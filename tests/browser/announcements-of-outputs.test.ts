import sharp from 'sharp';
import { expect } from 'vitest';
import { announced, listen } from '../support/announcements.ts';
import { button, cell, restart, runCell, writeCell } from '../support/lesson-page.ts';
import { createSiteTest } from '../support/site-test.ts';

const deviceTest = createSiteTest('--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream');

const refusingTest = createSiteTest('--use-fake-device-for-media-stream', '--deny-permission-prompts');

const id = 'first';

deviceTest('announces the effect of a button of an output once per press', async ({ openEngine }) => {
  const { page } = await openEngine('en', {
    backend: 'cpu',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await listen(page);
  await page.reload();
  await writeCell(
    page,
    id,
    `import { downloadModel, showLayers } from 'deshielo';
    const layer = (name) => tf.layers.dense({ units: 2, inputShape: [2], name });
    const model = tf.sequential({ layers: [layer('low'), layer('high'), layer('head')] });
    display([{ n: 1 }, { n: 2 }]);
    await showLayers(model);
    await downloadModel(model, 'small');`,
  );
  await runCell(page, 'en', id);
  const output = cell(page, id);
  await output.getByRole('button', { name: /^Download .*json/ }).waitFor();
  await output.locator('.layers-panel').waitFor();
  expect(
    (await announced(page)).filter((text) => /^(\(|Copied|Downloaded|[0-9]|Training)/.test(text)),
  ).toEqual([]);

  for (const _ of ['first', 'again']) {
    await (await button(output, 'Copy CSV')).click();
    expect(await announced(page, 1)).toEqual(['Copied: 2 rows.']);
  }
  await output.getByRole('button', { name: /^Download .*json/ }).click();
  expect(await announced(page, 1)).toEqual([expect.stringMatching(/^Downloaded: small.*\.json\.$/)]);

  await output.getByRole('button', { name: 'Freeze up to here: high' }).click();
  const frozen = /^3 blocks from input to output; frozen: 2\. Not compiled yet: call model\.compile/;
  expect((await announced(page)).filter((text) => !text.startsWith('It takes effect'))).toEqual([
    expect.stringMatching(frozen),
  ]);
  await output.getByRole('button', { name: 'Copy code' }).click();
  expect(await announced(page, 1)).toEqual(['Copied.']);
  await restart(page, 'en');
  await announced(page);
  await output.getByRole('button', { name: 'Thaw from here on: high' }).click();
  expect(await announced(page, 1)).toEqual([
    expect.stringMatching(/engine restarted, and this model was lost/),
  ]);
});

deviceTest(
  'announces each training, a deletion and its undoing once, and no restored training',
  async ({ openEngine }) => {
    const { page } = await openEngine('en', { backend: 'cpu' });
    await listen(page);
    await page.reload();
    const log = page.locator('[data-run-log]');
    await log.scrollIntoViewIfNeeded();
    await writeCell(
      page,
      id,
      `const net = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });
    net.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
    await net.fit(tf.ones([4, 1]), tf.ones([4, 1]), { epochs: 2 });`,
    );
    await runCell(page, 'en', id);
    await log.locator('[data-run]').waitFor();
    const noted = 'Training 1, of the cell first, noted.';
    expect((await announced(page)).filter((text) => text.includes('Training'))).toEqual([noted]);
    await log.getByRole('button', { name: 'Delete training 1' }).click();
    expect(await announced(page, 1)).toEqual(['Training 1 deleted.']);
    await log.getByRole('button', { name: 'Undo' }).click();
    await log.locator('[data-run]').waitFor();
    expect(await announced(page, 1)).toEqual(['Training 1 is back.']);
    await page.reload();
    await log.scrollIntoViewIfNeeded();
    await log.locator('[data-run]').waitFor();
    expect(await announced(page)).toEqual([]);
  },
);

deviceTest(
  'announces once, in the lesson’s bar, that there is no room for a training',
  async ({ openEngine }) => {
    const { page } = await openEngine('es', {
      backend: 'cpu',
      expectedErrors: /QuotaExceededError: no room/,
    });
    await listen(page);
    await page.addInitScript(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('no room', 'QuotaExceededError');
      };
    });
    await page.reload();
    await page.locator('[data-run-log]').scrollIntoViewIfNeeded();
    await writeCell(
      page,
      id,
      `const net = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });
    net.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
    await net.fit(tf.ones([4, 1]), tf.ones([4, 1]), { epochs: 2 });`,
    );
    await page.locator('[data-notices]').getByText('no queda sitio').waitFor();
    await runCell(page, 'es', id);
    const texts = await announced(page);
    expect(texts.filter((text) => /sitio|guardar/.test(text))).toEqual([
      expect.stringMatching(/^En este equipo no queda sitio/),
    ]);
  },
);

deviceTest(
  'announces once the chosen photo, files that are no pictures, and changes of classes',
  async ({ openEngine }) => {
    const { page } = await openEngine('en', { permissions: ['camera'] });
    await listen(page);
    await page.reload();
    const group = (name: string) => page.getByRole('group', { name, exact: true });
    await page.locator('[data-photo-classes]').scrollIntoViewIfNeeded();
    await group('cat').waitFor();
    const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer();
    const jpeg = { name: 'red.jpg', mimeType: 'image/jpeg', buffer: photo };
    const notes = { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture') };
    expect(await announced(page)).toEqual([]);

    await group('cat').locator('input[type=file]').setInputFiles([jpeg, notes]);
    await group('cat').locator('li').waitFor();
    expect((await announced(page, 2)).sort()).toEqual([
      '1 photo added to cat.',
      'Could not be read as a picture: notes.txt.',
    ]);
    for (const _ of ['first', 'again']) {
      await group('cat').locator('input[type=file]').setInputFiles(jpeg);
      expect(await announced(page, 1)).toEqual(['1 photo added to cat.']);
    }
    await group('cat').getByRole('button', { name: 'Remove photo 1' }).click();
    expect(await announced(page, 1)).toEqual(['Removed.']);
    await group('dog').getByRole('button', { name: 'Remove the class dog' }).click();
    expect(await announced(page, 1)).toEqual(['Removed.']);
    // The pressed button is gone, and the focus is on Undo.
    await page.keyboard.press('Enter');
    await group('dog').waitFor();
    expect(await announced(page, 1)).toEqual(['Undone: everything is as before.']);

    const picker = page.locator('[data-photo-picker]');
    await picker.locator('label:has(input[type=radio])').nth(1).click();
    expect(await announced(page, 1)).toEqual([expect.stringMatching(/^Chosen: /)]);
    await picker.locator('[data-photo-file]').setInputFiles(notes);
    expect(await announced(page, 1)).toEqual([expect.stringMatching(/./)]);
    await picker.getByRole('button', { name: 'Use the camera' }).press('Enter');
    await picker.getByRole('button', { name: 'Close the camera' }).press('Enter');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-action'))).toBe('camera');
    expect(await announced(page)).toEqual([]);
  },
);

refusingTest('announces once per try that the camera may not be used', async ({ openEngine }) => {
  const { page } = await openEngine('es');
  await listen(page);
  await page.reload();
  for (const _ of ['first', 'again']) {
    await page.getByRole('button', { name: 'Usar la cámara' }).click();
    expect(await announced(page, 1)).toEqual([expect.stringMatching(/^El navegador no ha dado permiso/)]);
  }
});
