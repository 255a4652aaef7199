import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { cell, openBarMenu, runCell, status, writeCell } from '../support/lesson-page.ts';
import { siteTest } from '../support/site-test.ts';

interface Memory {
  readonly tensors: number;
  readonly bytes: number;
}

const memory = (page: Page): Promise<Memory> =>
  page.$eval('[data-memory]', (line) => ({
    tensors: Number(line.querySelector<HTMLElement>('[data-tensors]')?.dataset['tensors']),
    bytes: Number(line.querySelector<HTMLElement>('[data-bytes]')?.dataset['bytes']),
  }));

const id = 'first';

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

/** `tests/wire/leaks.test.ts` runs many cells two hundred times; this covers leaks of a page and of a GPU. */
describe.each(['wasm', 'webgl'] as const)('on %s', (backend) => {
  siteTest('thirty runs of a training cell end with the count they began with', async ({ openEngine }) => {
    const { page } = await openEngine('en', { backend });
    await writeCell(page, id, training);
    await runCell(page, 'en', id);
    expect(await page.locator('[data-backend]').getAttribute('data-backend')).toBe(backend);
    const first = await memory(page);
    expect(first.tensors).toBeGreaterThan(8);
    await cell(page, id).locator('.cm-content').click();
    for (let run = 1; run < 30; run++) {
      await page.keyboard.press('ControlOrMeta+Enter');
      await page.waitForFunction(
        () => document.querySelector('[data-cell="first"]')?.getAttribute('data-status') === 'done',
      );
    }
    expect(await memory(page)).toEqual(first);
    expect(await cell(page, id).locator('.note-line').count()).toBe(0);
    await writeCell(page, 'second', 'runs');
    await runCell(page, 'en', 'second');
    expect(await cell(page, 'second').locator('[data-output=value]').innerText()).toBe('30');
  });
});

siteTest('a run that leaks tensors shows how many, where, and what to do', async ({ openEngine }) => {
  const { page } = await openEngine('es');
  await writeCell(page, id, 'const t = tf.ones([1000]);\nt.add(1);\nconst u = t.mul(2);');
  await runCell(page, 'es', id);
  const note = cell(page, id).locator('[data-output=text] .note-line');
  expect(await note.innerText()).toBe(
    'Esta ejecución deja 1 tensor (4 kB) que ningún nombre alcanza: línea 2. Haz el cálculo dentro de tf.tidy(() => …), o llama a .dispose() cuando ya no lo necesites: en un bucle se acumularían.',
  );
  expect(await note.locator('code').allTextContents()).toEqual(['tf.tidy(() => …)', '.dispose()']);
  await openBarMenu(page);
  expect(await page.locator('[data-memory]').innerText()).toBe('tensores: 3 · 12 kB');

  await writeCell(page, id, 'const t = tf.ones([1000]);\nconst u = tf.tidy(() => t.add(1).mul(2));');
  await runCell(page, 'es', id);
  expect(await note.count()).toBe(0);
  expect(await memory(page)).toEqual({ tensors: 2, bytes: 8000 });
});

siteTest('a training shows its progress, its loss, the time left and its memory', async ({ openEngine }) => {
  const { page } = await openEngine('es');
  await writeCell(
    page,
    id,
    `const xs = tf.ones([640, 8]);
const ys = tf.ones([640, 1]);
const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [8] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit(xs, ys, { epochs: 20, batchSize: 32, callbacks: {
  onBatchEnd: () => new Promise((done) => setTimeout(done, 10)),
} });`,
  );
  await page.keyboard.press('ControlOrMeta+Enter');
  const line = cell(page, id).locator('[data-output=progress] .progress-line');
  await line.waitFor();
  expect(await line.innerText()).toMatch(/fit · época \d+\/20 · loss [\d,]+( × 10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)?/);
  await page.waitForFunction(() => document.querySelector('.progress-line')?.textContent?.includes('quedan'));
  expect(await line.innerText()).toMatch(/\d+ \/ 400 · quedan \d+(,\d+)? s/);
  await expect
    .poll(() => cell(page, id).locator('.cell-progress').textContent())
    .toMatch(/^fit · época \d+\/20 · loss .* · \d+\u00a0% · quedan \d+(,\d+)? s$/);
  expect(await page.locator('[data-lesson-bar] .lesson-progress').textContent()).toMatch(
    /\d+\u00a0% · quedan /,
  );
  expect((await memory(page)).tensors).toBeGreaterThan(3);
  await status(page, id, 'done');
  expect(await line.innerText()).toMatch(
    /fit · época 20\/20 · loss [\d,]+( × 10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)?\s+400 \/ 400$/,
  );
  const bar = line.locator('progress');
  expect(await bar.evaluate((it: HTMLProgressElement) => it.value / it.max)).toBe(1);
  expect(await bar.getAttribute('aria-label')).toContain('época 20/20');
  expect(await page.locator('.cell-progress, .lesson-progress').count()).toBe(0);

  // The time of the run is stored with the learner's next action.
  await page.mouse.move(10, 10);
  const times = () => page.evaluate(() => localStorage.getItem('deshielo:run-times'));
  await expect.poll(times).toContain(`/${id}"`);
});
