import { describe, expect, inject } from 'vitest';
import type { Language } from '../../src/lessons-runtime/shared/language.ts';
import { outputOf } from '../support/attacked-page.ts';
import type { SitePage } from '../support/browser.ts';
import { enginePath, runCell, writeCell } from '../support/lesson-page.ts';
import { createSharedEngineTest } from '../support/site-test.ts';

const workerTest = createSharedEngineTest('wasm');
const id = 'first';

/** Runs code in the first cell and returns the text of its output. */
async function run(
  { page }: SitePage,
  source: string,
  status: string,
  language: Language = 'en',
): Promise<string> {
  await writeCell(page, id, source);
  await runCell(page, language, id, status);
  return outputOf(page, id);
}

const generalAdvice = /Look at the line shown|Mira la línea señalada/;

const twoLabels =
  "import { imageDataset } from 'deshielo'; await imageDataset({ images: [tf.zeros([4, 4, 3])], labels: [0, 1] });";
const network = 'const m = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });';

/** Each script is a bundle with its own copy of an error's class: only the built scripts show whether that matters. */
describe('an error from a worker script shows its own advice', () => {
  workerTest.for([
    ['data set', 'en', twoLabels, 'Give one label a picture'],
    ['data set', 'es', twoLabels, 'Da una etiqueta por imagen'],
    [
      'model',
      'en',
      `import { cutModel } from 'deshielo'; ${network} await cutModel(m, 'none');`,
      'Its last layers are',
    ],
    [
      'training data',
      'en',
      `${network} m.compile({ optimizer: 'sgd', loss: 'meanSquaredError' }); await m.fit(tf.ones([4, 3]), tf.ones([4, 1]));`,
      'Each example has to be [2]',
    ],
  ] as const)('%s (%s)', async ([, language, source, advice], { shared }) => {
    await shared.page.goto(`${inject('testSite')}${enginePath[language]}?backend=wasm`);
    const shown = await run(shared, source, 'failed', language);
    expect(shown).toContain(advice);
    expect(shown).not.toMatch(generalAdvice);
  });
});

workerTest(
  'shows what tfjs prints in the cell, with the columns of a summary aligned',
  async ({ shared }) => {
    await shared.reload();
    const shown = await run(
      shared,
      `tf.tidy(() => tf.tensor1d([4, 2]).print());
     tf.sequential({ layers: [tf.layers.dense({ name: 'head', units: 2, inputShape: [3] })] }).summary();`,
      'done',
    );
    expect(shown).toContain('Tensor\n    [4, 2]');
    expect(shown).toMatch(/head \(Dense\) +\[\[null,3\]\] +\[null,2\] +8/);
    const text = shared.page.locator(`[data-cell="${id}"] [data-output="text"] pre`).first();
    expect(await text.evaluate((pre) => getComputedStyle(pre).whiteSpace)).toBe('pre');
  },
);
