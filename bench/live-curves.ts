import { openPage, openProfile } from './browser.ts';
import { freeCell, lessonPath, printedNumbers, replaceCode, runCell } from './lesson-page.ts';
import type { Bench, Measure } from './measure.ts';
import { type Section, times, timing } from './report.ts';
import { interleave } from './statistics.ts';

const contestants = ['nothing', 'listeners', 'curves'] as const;
type Contestant = (typeof contestants)[number];

const callbacks: Readonly<Record<Contestant, string>> = {
  nothing: '{}',
  listeners: '{ onBatchEnd: async () => {}, onEpochEnd: async () => {} }',
  curves: "tfvis.show.fitCallbacks({ name: 'live' }, ['loss', 'acc', 'val_loss', 'val_acc'])",
};

/** A small head on the features of a backbone: what the course trains most. */
const training = (contestant: Contestant): string => `import * as tfvis from '@tensorflow/tfjs-vis';
const features = tf.randomNormal([512, 1280], 0, 1, 'float32', 1);
const labels = tf.oneHot(tf.range(0, 512, 1, 'int32').mod(tf.scalar(5, 'int32')).toInt(), 5);
const head = tf.sequential({ layers: [
  tf.layers.dense({ inputShape: [1280], units: 64, activation: 'relu' }),
  tf.layers.dense({ units: 5, activation: 'softmax' }),
] });
head.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
const began = performance.now();
await head.fit(features, labels, { epochs: 30, batchSize: 32, validationSplit: 0.2, callbacks: ${callbacks[contestant]} });
console.log(JSON.stringify([performance.now() - began]));
head.dispose(); tf.dispose([features, labels]);`;

/** What drawing the curves while a model trains costs the training. */
export const liveCurves: Measure = {
  name: 'live-curves',
  async run({ server, rounds }: Bench): Promise<readonly Section[]> {
    const rows: (readonly string[])[] = [];
    for (const backend of ['wasm', 'webgl'] as const) {
      const profile = await openProfile();
      try {
        const { page } = await openPage(profile.context, `${server.origin}${lessonPath}?backend=${backend}`);
        const train = async (contestant: Contestant) => {
          await replaceCode(page, freeCell, training(contestant));
          await runCell(page, freeCell);
          return printedNumbers(page, freeCell);
        };
        // The first run compiles, and the first chart loads tfjs-vis.
        await train('curves');
        const { nothing, listeners, curves } = await interleave(contestants, rounds, train);
        rows.push([
          backend,
          timing(nothing),
          timing(listeners),
          timing(curves),
          times(listeners, nothing),
          times(curves, nothing),
        ]);
      } finally {
        await profile.close();
      }
    }
    return [
      {
        title: 'Live curves',
        about: [
          'Thirty epochs of a small head, with no callbacks, with callbacks that do nothing, and with `tfvis.show.fitCallbacks`',
          'drawing four curves over batches and epochs. Milliseconds of the `fit`, median (min–max).',
        ].join(' '),
        head: ['backend', 'no callbacks', 'idle callbacks', 'live curves', 'idle ÷ none', 'live ÷ none'],
        rows,
      },
    ];
  },
};
