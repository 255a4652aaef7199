import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openPage } from '../support/browser.ts';
import { cell, lessonPath, runCell, status, writeCell } from '../support/lesson-page.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

interface Memory {
  readonly tensors: number;
  readonly bytes: number;
}

const memory = (page: Page): Promise<Memory> =>
  page.$eval('[data-memory]', (line) => ({
    tensors: Number(line.querySelector<HTMLElement>('[data-tensors]')?.dataset['tensors']),
    bytes: Number(line.querySelector<HTMLElement>('[data-bytes]')?.dataset['bytes']),
  }));

const training = `
var runs = (runs ?? 0) + 1;
const xs = tf.randomNormal([32, 8, 8, 1]);
const ys = tf.tidy(() => tf.oneHot(tf.randomUniform([32], 0, 2).floor().toInt(), 2));
const model = tf.sequential({ layers: [
  tf.layers.flatten({ inputShape: [8, 8, 1] }),
  tf.layers.dense({ units: 8, activation: 'relu' }),
  tf.layers.batchNormalization(),
  tf.layers.dense({ units: 2, activation: 'softmax' }),
] });
model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
await model.fit(xs, ys, { epochs: 1, batchSize: 16 });
model.predict(xs)`;

describe.each(['wasm', 'webgl'] as const)('on %s', (backend) => {
  it('two hundred runs of a training cell end with the count they began with', async () => {
    const { page, errors, close } = await openPage(browser, `${lessonPath.en}?backend=${backend}`);
    await writeCell(page, 'top-k', training);
    await runCell(page, 'en', 'top-k');
    expect(await page.locator('[data-backend]').getAttribute('data-backend')).toBe(backend);
    const first = await memory(page);
    expect(first.tensors).toBeGreaterThan(8);
    await cell(page, 'top-k').locator('.cm-content').click();
    for (let run = 1; run < 200; run++) {
      await page.keyboard.press('ControlOrMeta+Enter');
      await page.waitForFunction(
        () => document.querySelector('[data-cell="top-k"]')?.getAttribute('data-status') === 'done',
      );
    }
    expect(await memory(page)).toEqual(first);
    expect(await cell(page, 'top-k').locator('.note-line').count()).toBe(0);
    await writeCell(page, 'outside-domain', 'runs');
    await runCell(page, 'en', 'outside-domain');
    expect(await cell(page, 'outside-domain').locator('[data-output=value]').innerText()).toBe('200');
    expect(errors).toEqual([]);
    await close();
  });
});

it('a run that loses tensors says how many, where, and what to do', async () => {
  const { page, errors, close } = await openPage(browser, `${lessonPath.es}?backend=wasm`);
  await writeCell(page, 'top-k', 'const t = tf.ones([1000]);\nt.add(1);\nconst u = t.mul(2);');
  await runCell(page, 'es', 'top-k');
  const note = cell(page, 'top-k').locator('[data-output=text] .note-line');
  expect(await note.innerText()).toBe(
    'Esta ejecución deja 1 tensor (4 kB) que ningún nombre alcanza: línea 2. Haz el cálculo dentro de tf.tidy(() => …), o llama a .dispose() cuando ya no lo necesites: en un bucle se acumularían.',
  );
  expect(await note.locator('code').allTextContents()).toEqual(['tf.tidy(() => …)', '.dispose()']);
  expect(await page.locator('[data-memory]').innerText()).toBe('3 tensores · 12 kB');

  await writeCell(page, 'top-k', 'const t = tf.ones([1000]);\nconst u = tf.tidy(() => t.add(1).mul(2));');
  await runCell(page, 'es', 'top-k');
  expect(await note.count()).toBe(0);
  expect(await memory(page)).toEqual({ tensors: 2, bytes: 8000 });
  expect(errors).toEqual([]);
  await close();
});

it('a training shows how far it is, its loss and the time left, and what it has in memory', async () => {
  const { page, errors, close } = await openPage(browser, `${lessonPath.es}?backend=wasm`);
  await writeCell(
    page,
    'top-k',
    `const xs = tf.ones([640, 8]);
const ys = tf.ones([640, 1]);
const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [8] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit(xs, ys, { epochs: 20, batchSize: 32, callbacks: {
  onBatchEnd: () => new Promise((done) => setTimeout(done, 10)),
} });`,
  );
  await page.keyboard.press('ControlOrMeta+Enter');
  const line = cell(page, 'top-k').locator('[data-output=progress] .progress-line');
  await line.waitFor();
  expect(await line.innerText()).toMatch(/fit · época \d+\/20 · loss [\d,]+/);
  await page.waitForFunction(() => document.querySelector('.progress-line')?.textContent?.includes('quedan'));
  expect(await line.innerText()).toMatch(/\d+ \/ 400 · quedan \d+(,\d+)? s/);
  expect((await memory(page)).tensors).toBeGreaterThan(3);
  await status(page, 'top-k', 'done');
  expect(await line.innerText()).toMatch(/fit · época 20\/20 · loss [\d,]+\s+400 \/ 400$/);
  const bar = line.locator('progress');
  expect(await bar.evaluate((it: HTMLProgressElement) => it.value / it.max)).toBe(1);
  expect(await bar.getAttribute('aria-label')).toContain('época 20/20');
  expect(errors).toEqual([]);
  await close();
});
