import { readFile } from 'node:fs/promises';
import * as tf from '@tensorflow/tfjs';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { outputOf } from '../support/attacked-page.ts';
import { cell, enginePath, runCell, status, writeCell } from '../support/lesson-page.ts';
import { siteTest } from '../support/site-test.ts';

const id = 'first';

const makeModel = `
  const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3], kernelInitializer: 'glorotUniform' })] });
  const row = tf.tensor2d([[1, 2, 3]]);
  const predicted = (m: any) => tf.tidy(() => Array.from(m.predict(row).dataSync()).join());
`;

/** Runs code in the first cell and returns the text of its output. */
async function run(page: Page, source: string): Promise<string> {
  await writeCell(page, id, source);
  await runCell(page, 'en', id);
  return outputOf(page, id);
}

describe('extractFeatures', () => {
  siteTest('reads the features from the browser’s storage after a reload', async ({ openEngine }) => {
    const { page } = await openEngine('en');
    const source = `
      import { efficientNetLite0, extractFeatures } from 'deshielo';
      const backbone = await efficientNetLite0({ includeTop: false, inputShape: [64, 64, 3] });
      const pictures = tf.randomUniform([6, 64, 64, 3], -1, 1, 'float32', 7);
      const features = await extractFeatures(backbone, pictures, { batchSize: 4 });
      console.log(features.shape.join(), features.sum().dataSync()[0]);`;
    const first = await run(page, source);
    expect(first).toContain('Extracting features6 / 6');
    await page.reload();
    const second = await run(page, source);
    expect(second).toContain('Features computed before: from the cache6 / 6');
    const afterShape = (text: string) => text.slice(text.indexOf('6,2,2,1280'));
    expect(afterShape(second)).toBe(afterShape(first));
    expect(afterShape(first)).toMatch(/^6,2,2,1280 \d/);
  });

  siteTest('stops between two batches and can run again', async ({ openEngine }) => {
    const { page } = await openEngine('en');
    await writeCell(
      page,
      id,
      `import { efficientNetLite0, extractFeatures } from 'deshielo';
       const net = await efficientNetLite0({ includeTop: false });
       await extractFeatures(net, tf.zeros([400, 96, 96, 3]), { batchSize: 1 });`,
    );
    await cell(page, id).getByRole('button', { name: 'Run', exact: true }).click();
    await expect.poll(() => outputOf(page, id)).toMatch(/Extracting features[1-9]\d* \/ 400/);
    await cell(page, id).getByRole('button', { name: 'Stop', exact: true }).click();
    await status(page, id, 'stopped');
    expect(await run(page, 'net.layers.length > 50')).toBe('true');
  });
});

describe('a saved model', () => {
  siteTest('is there after a reload and in the other language', async ({ openEngine }) => {
    const { page, site } = await openEngine('en');
    const saved = await run(
      page,
      `import { saveModel } from 'deshielo'; ${makeModel}; await saveModel(model, 'mine'); predicted(model)`,
    );
    await page.goto(`${site}${enginePath.es}?backend=wasm`);
    await writeCell(
      page,
      id,
      `import { loadSavedModel, savedModels } from 'deshielo'; ${makeModel}; display(await savedModels()); const again = await loadSavedModel('mine'); predicted(again)`,
    );
    await runCell(page, 'es', id);
    expect(await outputOf(page, id)).toContain(saved);
  });
});

describe('a downloaded model', () => {
  siteTest('is saved as two files that TensorFlow.js and openModel can load', async ({ openEngine }) => {
    const { page } = await openEngine('en');
    const printed = await run(
      page,
      `import { downloadModel } from 'deshielo'; ${makeModel}; await downloadModel(model, 'pets'); console.log(predicted(model))`,
    );
    const files: { name: string; bytes: Buffer }[] = [];
    for (const label of [/^Download pets\.json/, /^Download pets\.weights\.bin/]) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: label }).click(),
      ]);
      files.push({ name: download.suggestedFilename(), bytes: await readFile(await download.path()) });
    }
    expect(files.map(({ name }) => name)).toEqual(['pets.json', 'pets.weights.bin']);
    const model = await tf.loadLayersModel('https://x.example/pets.json', {
      fetchFunc: async (url) => {
        const file = files.find(({ name }) => String(url).endsWith(`/${name}`));
        return new Response(new Uint8Array(file?.bytes ?? []));
      },
    });
    const output = model.predict(tf.tensor2d([[1, 2, 3]])) as tf.Tensor;
    const numbers =
      printed
        .match(/-?\d+\.\d+(?:e-?\d+)?/g)
        ?.slice(-2)
        .map(Number) ?? [];
    expect(numbers).toHaveLength(2);
    expect([...(await output.data())][0]).toBeCloseTo(numbers[0] ?? Number.NaN, 5);

    await writeCell(
      page,
      id,
      `import { openModel } from 'deshielo'; ${makeModel}; const opened = await openModel(); predicted(opened)`,
    );
    await cell(page, id).getByRole('button', { name: 'Run', exact: true }).click();
    await page.getByText('Choose the model’s files (.json and .bin)…').waitFor();
    await page
      .locator('[data-model-files]')
      .setInputFiles(
        files.map(({ name, bytes }) => ({ name, mimeType: 'application/octet-stream', buffer: bytes })),
      );
    await status(page, id, 'done');
    expect(await outputOf(page, id)).toContain(String(numbers[0]));
    expect(await page.locator('[data-model-files]').count()).toBe(0);
  });

  siteTest('is no longer asked for after Stop', async ({ openEngine }) => {
    const { page } = await openEngine('en');
    await writeCell(page, id, "import { openModel } from 'deshielo'; await openModel()");
    await cell(page, id).getByRole('button', { name: 'Run', exact: true }).click();
    await page.locator('[data-model-files]').waitFor({ state: 'attached' });
    await cell(page, id).getByRole('button', { name: 'Stop', exact: true }).click();
    await status(page, id, 'stopped');
    expect(await page.locator('[data-model-files]').count()).toBe(0);
  });
});
