import { describe, expect, it } from 'vitest';
import { outputOf } from '../support/attacked-page.ts';
import { openLessonForAll } from '../support/lesson-for-all.ts';
import { lessonPath, runCell, writeCell } from '../support/lesson-page.ts';

const lesson = openLessonForAll('wasm');
const id = 'load-model';

/** Runs a text in the first cell. @returns what it shows */
async function run(source: string, ends: string, language: 'es' | 'en' = 'en'): Promise<string> {
  await writeCell(lesson.site.page, id, source);
  await runCell(lesson.site.page, language, id, ends);
  return outputOf(lesson.site.page, id);
}

const general = /Look at the line shown|Mira la línea señalada/;

const twoLabels =
  "import { imageDataset } from 'deshielo'; await imageDataset({ images: [tf.zeros([4, 4, 3])], labels: [0, 1] });";
const network = 'const m = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });';

/** Each script is a bundle of its own, with its own copy of an error's class: only the built ones show whether that matters. */
describe('an error of a script of the worker keeps its own advice', () => {
  it.each([
    ['of a data set', 'en', twoLabels, 'Give one label a picture'],
    ['of a data set', 'es', twoLabels, 'Da una etiqueta por imagen'],
    [
      'of a model',
      'en',
      `import { cutModel } from 'deshielo'; ${network} await cutModel(m, 'none');`,
      'Its last layers are',
    ],
    [
      'of data to train on',
      'en',
      `${network} m.compile({ optimizer: 'sgd', loss: 'meanSquaredError' }); await m.fit(tf.ones([4, 3]), tf.ones([4, 1]));`,
      'Each example has to be [2]',
    ],
  ] as const)('%s, in %s', async (_, language, source, advice) => {
    const { page } = lesson.site;
    await page.goto(new URL(`${lessonPath[language]}?backend=wasm`, page.url()).href);
    const shown = await run(source, 'failed', language);
    expect(shown).toContain(advice);
    expect(shown).not.toMatch(general);
  });
});

describe('what tfjs prints', () => {
  it('stands in the cell, a summary in its columns', async () => {
    await lesson.reload();
    const { page } = lesson.site;
    const shown = await run(
      `tf.tidy(() => tf.tensor1d([4, 2]).print());
       tf.sequential({ layers: [tf.layers.dense({ name: 'head', units: 2, inputShape: [3] })] }).summary();`,
      'done',
    );
    expect(shown).toContain('Tensor\n    [4, 2]');
    expect(shown).toMatch(/head \(Dense\) +\[\[null,3\]\] +\[null,2\] +8/);
    const text = page.locator(`[data-cell="${id}"] [data-output="text"] pre`).first();
    expect(await text.evaluate((pre) => getComputedStyle(pre).whiteSpace)).toBe('pre');
    expect(lesson.site.errors).toEqual([]);
  });
});
