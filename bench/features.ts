import { openPage, openProfile } from './browser.ts';
import { firstCell, freeCell, lessonPath, printedNumbers, replaceCode, runCell } from './lesson-page.ts';
import type { Bench, Measure } from './measure.ts';
import { type Section, times, timing } from './report.ts';
import { interleave } from './statistics.ts';

const pictures = 64;
const batchSize = 16;

const prepare = `import { efficientNetLite0, extractFeatures, imageDataset, splitModel } from 'deshielo';
const whole = await efficientNetLite0({ includeTop: false, inputShape: [64, 64, 3] });
const inputs = tf.randomUniform([${pictures}, 64, 64, 3], -1, 1, 'float32', 7);
const tensors = tf.randomUniform([${pictures}, 96, 96, 3], 0, 255, 'float32', 7);
const labels = Array.from({ length: ${pictures} }, (_, place) => place % 2);
await extractFeatures(whole, inputs, { batchSize: ${batchSize} });
const options = { images: tensors, labels, targetSize: [96, 96], batchSize: ${batchSize}, seed: 1 } as const;
const still = await imageDataset(options);
const moving = await imageDataset({ ...options, augment: { flip: 'horizontal', shift: 0.1, rotate: 15, brightness: 0.2, contrast: 0.2, saturation: 0.2 } });
async function epoch(set: any) { await set.forEachAsync(({ xs, ys }: any) => tf.dispose([xs, ys])); }`;

/** Each is timed inside the cell, and prints its milliseconds. */
const timed = (work: string) =>
  `const began = performance.now(); ${work}; console.log(JSON.stringify([performance.now() - began]));`;

const contestants = {
  predict: timed(
    `for (let at = 0; at < ${pictures}; at += ${batchSize}) { const made = tf.tidy(() => whole.predict(inputs.slice(at, ${batchSize}))); await made.data(); tf.dispose(made); await tf.nextFrame(); }`,
  ),
  extracted: timed(
    `(await extractFeatures(whole, inputs, { batchSize: ${batchSize}, cache: false })).dispose()`,
  ),
  cached: timed(`(await extractFeatures(whole, inputs, { batchSize: ${batchSize} })).dispose()`),
  still: timed('await epoch(still)'),
  augmented: timed('await epoch(moving)'),
} as const;
type Contestant = keyof typeof contestants;

/** What a frozen network costs once, and again; what the data pipeline costs beside it. */
export const features: Measure = {
  name: 'features',
  async run({ server, rounds }: Bench): Promise<readonly Section[]> {
    const profile = await openProfile();
    try {
      const { page } = await openPage(profile.context, `${server.origin}${lessonPath}?backend=wasm`);
      await replaceCode(page, firstCell, prepare);
      await runCell(page, firstCell);
      const names = Object.keys(contestants) as Contestant[];
      const taken = await interleave(names, rounds, async (name) => {
        await replaceCode(page, freeCell, contestants[name]);
        await runCell(page, freeCell);
        return printedNumbers(page, freeCell);
      });
      const line = (name: string, measured: Contestant) => [
        name,
        timing(taken[measured]),
        times(taken[measured], taken.predict),
      ];
      return [
        {
          title: 'Features and batches',
          about: `${pictures} pictures of 64 pixels through EfficientNet-Lite0 on wasm in batches of ${batchSize}, and an epoch of ${pictures} pictures of 96 pixels from \`imageDataset\`. Milliseconds, median (min–max).`,
          head: ['what', 'time', '÷ bare predict'],
          rows: [
            line('bare `predict`, batch by batch', 'predict'),
            line('`extractFeatures`, nothing known', 'extracted'),
            line('`extractFeatures`, known from before', 'cached'),
            line('an epoch of `imageDataset`, unchanged', 'still'),
            line('an epoch of `imageDataset`, every augmentation on', 'augmented'),
          ],
        },
      ];
    } finally {
      await profile.close();
    }
  },
};
