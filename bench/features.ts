import { openPage, openProfile } from './browser.ts';
import { firstCell, freeCell, lessonPath, replaceCode, runCell, runCode } from './lesson-page.ts';
import type { Bench, Measure } from './measure.ts';
import { figure, type Section, times, timing } from './report.ts';
import { interleave } from './statistics.ts';

const pictures = 64;
const pixels = 128;
const batchSize = 16;
const epochs = 20;

const prepare = `import { efficientNetLite0, extractFeatures, imageDataset, splitModel } from 'deshielo';
const backbone = await efficientNetLite0({ includeTop: false, inputShape: [${pixels}, ${pixels}, 3] });
const inputs = tf.randomUniform([${pictures}, ${pixels}, ${pixels}, 3], -1, 1, 'float32', 7);
const tensors = tf.randomUniform([${pictures}, ${pixels}, ${pixels}, 3], 0, 255, 'float32', 7);
const labels = Array.from({ length: ${pictures} }, (_, index) => index % 2);
await extractFeatures(backbone, inputs, { batchSize: ${batchSize} });
const options = { images: tensors, labels, targetSize: [${pixels}, ${pixels}], batchSize: ${batchSize}, seed: 1 } as const;
const unchanged = await imageDataset(options);
const augmented = await imageDataset({ ...options, augment: { flip: 'horizontal', shift: 0.1, rotate: 15, brightness: 0.2, contrast: 0.2, saturation: 0.2 } });
const targets = tf.oneHot(tf.tensor1d(labels, 'int32'), 2).toFloat();
for (const layer of backbone.layers) layer.trainable = false;
const pool = tf.layers.globalAveragePooling2d({});
const pooled = tf.model({ inputs: backbone.inputs, outputs: pool.apply(backbone.outputs[0]) as tf.SymbolicTensor });
const features = await extractFeatures(pooled, inputs, { batchSize: ${batchSize} });
function head() {
  return [
    tf.layers.dense({ units: 128, activation: 'relu', inputShape: [1280], kernelInitializer: tf.initializers.heNormal({ seed: 1 }) }),
    tf.layers.dense({ units: 2, activation: 'softmax', kernelInitializer: tf.initializers.heNormal({ seed: 2 }) }),
  ];
}
async function train(net: any, xs: any) {
  net.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  const began = performance.now();
  const { history } = await net.fit(xs, targets, { epochs: ${epochs}, batchSize: ${batchSize}, shuffle: false });
  return [performance.now() - began, history.acc.at(-1)];
}
async function epoch(set: any) { await set.forEachAsync(({ xs, ys }: any) => tf.dispose([xs, ys])); }`;

/** Train the same head from the same weights for twenty epochs: through the frozen network, or on features computed once. */
const heads = {
  through: `let end: any = pooled.outputs[0];
for (const layer of head()) end = layer.apply(end);
const complete = tf.model({ inputs: backbone.inputs, outputs: end });
console.log(JSON.stringify(await train(complete, inputs)));`,
  onFeatures: `const onFeatures = tf.sequential({ layers: head() });
console.log(JSON.stringify(await train(onFeatures, features)));
onFeatures.dispose();`,
} as const;

/** Returns code that measures itself and prints the milliseconds. */
const timed = (work: string) =>
  `const began = performance.now(); ${work}; console.log(JSON.stringify([performance.now() - began]));`;

const contestants = ['predict', 'extracted', 'cached', 'unchanged', 'augmented'] as const;
type Contestant = (typeof contestants)[number];

const code: Readonly<Record<Contestant, string>> = {
  predict: timed(
    `for (let at = 0; at < ${pictures}; at += ${batchSize}) { const result = tf.tidy(() => backbone.predict(inputs.slice(at, ${batchSize}))); await result.data(); tf.dispose(result); await tf.nextFrame(); }`,
  ),
  extracted: timed(
    `(await extractFeatures(backbone, inputs, { batchSize: ${batchSize}, cache: false })).dispose()`,
  ),
  cached: timed(`(await extractFeatures(backbone, inputs, { batchSize: ${batchSize} })).dispose()`),
  unchanged: timed('await epoch(unchanged)'),
  augmented: timed('await epoch(augmented)'),
};

/** Measures feature extraction with and without cached features, and the data pipeline. */
export const features: Measure = {
  name: 'features',
  async run({ server, rounds }: Bench): Promise<readonly Section[]> {
    const profile = await openProfile();
    try {
      const { page } = await openPage(profile.context, `${server.origin}${lessonPath}?backend=wasm`);
      await replaceCode(page, firstCell, prepare);
      await runCell(page, firstCell);
      const samples = await interleave(contestants, rounds, (name) => runCode(page, freeCell, code[name]));
      const trained = await interleave(['through', 'onFeatures'], rounds, async (name) => {
        const [milliseconds = Number.NaN, accuracy = Number.NaN] = await runCode(page, freeCell, heads[name]);
        return { milliseconds, accuracy };
      });
      const clock = (name: keyof typeof heads) => trained[name].map(({ milliseconds }) => milliseconds);
      const headLine = (name: string, measured: keyof typeof heads) => [
        name,
        timing(clock(measured)),
        times(clock(measured), clock('onFeatures')),
        [...new Set(trained[measured].map(({ accuracy }) => figure(accuracy)))].join(', '),
      ];
      const line = (name: string, measured: Contestant) => [
        name,
        timing(samples[measured]),
        times(samples[measured], samples.predict),
      ];
      return [
        {
          title: 'Features and batches',
          about: `${pictures} pictures of ${pixels} pixels through EfficientNet-Lite0 on wasm in batches of ${batchSize}, and an epoch of ${pictures} pictures of ${pixels} pixels from \`imageDataset\`. Milliseconds, median (min–max).`,
          head: ['what', 'time', '÷ bare predict'],
          rows: [
            line('bare `predict`, batch by batch', 'predict'),
            line('`extractFeatures`, nothing cached', 'extracted'),
            line('`extractFeatures`, cached', 'cached'),
            line('an epoch of `imageDataset`, unchanged', 'unchanged'),
            line('an epoch of `imageDataset`, every augmentation on', 'augmented'),
          ],
        },
        {
          title: 'A head on a frozen network',
          about: `${epochs} epochs of the same head from the same weights, on the same ${pictures} pictures: \`fit\` through the complete network with a frozen base, and on the features that \`extractFeatures\` computed once. Milliseconds of the \`fit\`, median (min–max).`,
          head: ['what', 'time', '÷ on features', 'accuracy at the end'],
          rows: [
            headLine('through the frozen network', 'through'),
            headLine('on its features', 'onFeatures'),
          ],
        },
      ];
    } finally {
      await profile.close();
    }
  },
};
