import { openPage, openProfile } from './browser.ts';
import { headTraining } from './head-training.ts';
import { freeCell, lessonPath, runCode } from './lesson-page.ts';
import { watchLongTasks } from './long-tasks.ts';
import type { Bench, Measure } from './measure.ts';
import { figure, type Section, times, timing } from './report.ts';
import { interleave } from './statistics.ts';

const contestants = ['nothing', 'listeners', 'curves'] as const;
type Contestant = (typeof contestants)[number];

const callbacks: Readonly<Record<Contestant, string>> = {
  nothing: '{}',
  listeners: '{ onBatchEnd: async () => {}, onEpochEnd: async () => {} }',
  curves: "tfvis.show.fitCallbacks({ name: 'live' }, ['loss', 'acc', 'val_loss', 'val_acc'])",
};

const training = (contestant: Contestant): string => `import * as tfvis from '@tensorflow/tfjs-vis';
${headTraining(callbacks[contestant])}
console.log(JSON.stringify([took]));`;

/** Measures how much drawing live curves slows down a training. */
export const liveCurves: Measure = {
  name: 'live-curves',
  async run({ server, rounds }: Bench): Promise<readonly Section[]> {
    const rows: (readonly string[])[] = [];
    for (const backend of ['wasm', 'webgl'] as const) {
      const profile = await openProfile();
      try {
        const { page } = await openPage(profile.context, `${server.origin}${lessonPath}?backend=${backend}`);
        const train = (contestant: Contestant) => runCode(page, freeCell, training(contestant));
        // An unmeasured run, because the first run compiles and the first chart loads tfjs-vis.
        await train('curves');
        const longTasks = await watchLongTasks(page);
        const { nothing, listeners, curves } = await interleave(contestants, rounds, train);
        const blocked = await longTasks();
        rows.push([
          backend,
          timing(nothing),
          timing(listeners),
          timing(curves),
          times(listeners, nothing),
          times(curves, nothing),
          blocked.length === 0 ? 'none' : `${blocked.length}, longest ${figure(Math.max(...blocked))}`,
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
          'drawing four curves over batches and epochs. Milliseconds of the `fit`, median (min–max);',
          'and the tasks over 50 ms that blocked the page meanwhile.',
        ].join(' '),
        head: [
          'backend',
          'no callbacks',
          'idle callbacks',
          'live curves',
          'idle ÷ none',
          'live ÷ none',
          'long tasks',
        ],
        rows,
      },
    ];
  },
};
