import { readFile } from 'node:fs/promises';
import * as tf from '@tensorflow/tfjs';
import { beforeEach, describe, expect, it } from 'vitest';
import { outputOf } from '../support/attacked-page.ts';
import { openLessonForAll } from '../support/lesson-for-all.ts';
import { cell, lessonPath, runCell, status, writeCell } from '../support/lesson-page.ts';

const lesson = openLessonForAll('wasm');
const id = 'load-model';

beforeEach(lesson.reload);

const makeModel = `
  const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3], kernelInitializer: 'glorotUniform' })] });
  const row = tf.tensor2d([[1, 2, 3]]);
  const told = (m: any) => tf.tidy(() => Array.from(m.predict(row).dataSync()).join());
`;

async function run(source: string): Promise<string> {
  await writeCell(lesson.site.page, id, source);
  await runCell(lesson.site.page, 'en', id);
  return outputOf(lesson.site.page, id);
}

describe('extractFeatures', () => {
  it('takes them from the browser’s storage after a reload', async () => {
    const source = `
      import { efficientNetLite0, extractFeatures } from 'deshielo';
      const backbone = await efficientNetLite0({ includeTop: false, inputShape: [64, 64, 3] });
      const pictures = tf.randomUniform([6, 64, 64, 3], -1, 1, 'float32', 7);
      const features = await extractFeatures(backbone, pictures, { batchSize: 4 });
      console.log(features.shape.join(), features.sum().dataSync()[0]);`;
    const first = await run(source);
    expect(first).toContain('Extracting features6 / 6');
    await lesson.site.page.reload();
    const second = await run(source);
    expect(second).toContain('Features computed before: from the cache6 / 6');
    const told = (text: string) => text.slice(text.indexOf('6,2,2,1280'));
    expect(told(second)).toBe(told(first));
    expect(told(first)).toMatch(/^6,2,2,1280 \d/);
  });

  it('heeds Stop between two batches, and goes on to work', async () => {
    const { page } = lesson.site;
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
    expect(await run('net.layers.length > 50')).toBe('true');
  });
});

describe('a saved model', () => {
  it('is there after a reload, in the other language, too', async () => {
    const saved = await run(
      `import { saveModel } from 'deshielo'; ${makeModel}; await saveModel(model, 'mine'); told(model)`,
    );
    await lesson.site.page.goto(new URL(`${lessonPath.es}?backend=wasm`, lesson.site.page.url()).href);
    await writeCell(
      lesson.site.page,
      id,
      `import { loadSavedModel, savedModels } from 'deshielo'; ${makeModel}; display(await savedModels()); const again = await loadSavedModel('mine'); told(again)`,
    );
    await runCell(lesson.site.page, 'es', id);
    expect(await outputOf(lesson.site.page, id)).toContain(saved);
  });
});

describe('a downloaded model', () => {
  it('comes as two files when the learner asks for them, plain TensorFlow.js loads it, and so does openModel', async () => {
    const { page } = lesson.site;
    const told = await run(
      `import { downloadModel } from 'deshielo'; ${makeModel}; await downloadModel(model, 'pets'); console.log(told(model))`,
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
      told
        .match(/-?\d+\.\d+(?:e-?\d+)?/g)
        ?.slice(-2)
        .map(Number) ?? [];
    expect(numbers).toHaveLength(2);
    expect([...(await output.data())][0]).toBeCloseTo(numbers[0] ?? Number.NaN, 5);

    await writeCell(
      page,
      id,
      `import { openModel } from 'deshielo'; ${makeModel}; const opened = await openModel(); told(opened)`,
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

  it('stops being asked for with Stop', async () => {
    const { page } = lesson.site;
    await writeCell(page, id, "import { openModel } from 'deshielo'; await openModel()");
    await cell(page, id).getByRole('button', { name: 'Run', exact: true }).click();
    await page.locator('[data-model-files]').waitFor({ state: 'attached' });
    await cell(page, id).getByRole('button', { name: 'Stop', exact: true }).click();
    await status(page, id, 'stopped');
    expect(await page.locator('[data-model-files]').count()).toBe(0);
  });
});

it('nothing goes wrong on the way', () => {
  expect(lesson.site.errors).toEqual([]);
});
