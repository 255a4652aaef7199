import type { Page } from 'playwright-core';
import { openPage, openProfile } from './browser.ts';
import { createCellRunner, freeCell, lessonPath, replaceCode, runCell } from './lesson-page.ts';
import type { Bench, Measure } from './measure.ts';
import { figure, type Section, timing } from './report.ts';
import { summarise } from './statistics.ts';

const backends = ['wasm', 'cpu', 'webgl'] as const;
type Backend = (typeof backends)[number];

/** The number of predictions per round. */
const perRound: Readonly<Record<Backend, number>> = { wasm: 20, cpu: 2, webgl: 5 };
/** How often a round reads how many pictures a second the view shows, and the time between two readings. */
const readings = 6;
const readingMilliseconds = 500;

/** Measures how many pictures of a camera a live view classifies, with MobileNet at 96 pixels and a new head. */
export const liveCamera: Measure = {
  name: 'live-camera',
  async run(bench: Bench): Promise<readonly Section[]> {
    const rows: (readonly string[])[] = [];
    for (const backend of backends) rows.push([backend, ...(await row(backend, bench))]);
    return [
      {
        title: 'A live view of the camera, 96 × 96 pixels',
        about: [
          'MobileNet V1 without its top, and a head of 128 units, after one unmeasured round; a simulated camera.',
          '“Pictures a second”: as the view shows it, at most 15. “One picture”: `model.predict` and `await data()` in a cell, milliseconds.',
          'Median (min–max) of all rounds.',
        ].join(' '),
        head: ['backend', 'pictures a second', 'one picture, in a cell'],
        rows,
      },
    ];
  },
};

async function row(backend: Backend, { server, rounds }: Bench): Promise<readonly string[]> {
  const profile = await openProfile('--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream');
  try {
    const { page } = await openPage(profile.context, `${server.origin}${lessonPath}?backend=${backend}`);
    const rates: number[] = [];
    const times: number[] = [];
    await replaceCode(page, freeCell, viewCell);
    await runCell(page, freeCell);
    await page.locator('[data-action="live-camera"]').click();
    await readRates(page);
    for (let round = 0; round < rounds; round += 1) rates.push(...(await readRates(page)));
    await page.locator('[data-action="live-camera"]').click();
    const time = createCellRunner(page, freeCell, timingCell);
    await time(perRound[backend]);
    for (let round = 0; round < rounds; round += 1) times.push(...(await time(perRound[backend])));
    return [rateText(rates), timing(times)];
  } finally {
    await profile.close();
  }
}

/** Reads from the view how many pictures of the last second it has classified. */
async function readRates(page: Page): Promise<readonly number[]> {
  const rates: number[] = [];
  while (rates.length < readings) {
    await page.waitForTimeout(readingMilliseconds);
    const text = await page.locator('.live-status').innerText();
    const [count] = /\d+/.exec(text) ?? [];
    if (count !== undefined) rates.push(Number(count));
  }
  return rates;
}

function rateText(rates: readonly number[]): string {
  const { median, min, max } = summarise(rates);
  return `${figure(median)} (${figure(min)}–${figure(max)})`;
}

const modelCode = `import { liveCamera, mobileNet } from 'deshielo';
const base = await mobileNet({ inputShape: [96, 96, 3], includeTop: false, pooling: 'avg' });
const hidden = tf.layers.dense({ units: 128, activation: 'relu' }).apply(base.output) as tf.SymbolicTensor;
const outputs = tf.layers.dense({ units: 3, activation: 'softmax' }).apply(hidden) as tf.SymbolicTensor;
const classifier = tf.model({ inputs: base.inputs, outputs });`;

const viewCell = `${modelCode}
await liveCamera(classifier, { preprocess: mobileNet.preprocessInput });`;

function timingCell(count: number): string {
  return `${modelCode}
async function timePredictions(count: number): Promise<number[]> {
  const input = tf.randomUniform([1, 96, 96, 3], -1, 1);
  const samples: number[] = [];
  for (let index = 0; index <= count; index += 1) {
    const began = performance.now();
    const probabilities = classifier.predict(input) as tf.Tensor;
    await probabilities.data();
    // The first prediction also compiles shaders.
    if (index > 0) samples.push(performance.now() - began);
    probabilities.dispose();
  }
  input.dispose();
  return samples;
}
console.log(JSON.stringify(await timePredictions(${count})));`;
}
