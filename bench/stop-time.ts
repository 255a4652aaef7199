import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { openPage, openProfile } from './browser.ts';
import { firstCell, freeCell, lessonPath, replaceCode, runCell, stopCell } from './lesson-page.ts';
import type { Bench, Measure } from './measure.ts';
import { type Section, timing } from './report.ts';

/** The pause before Stop, so that the cell is busy when it is clicked. */
const underWayMilliseconds = 300;

const endless = 'while (true) {}';
const training = `const network = tf.sequential({ layers: [tf.layers.dense({ units: 64, inputShape: [64] }), tf.layers.dense({ units: 1 })] });
network.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await network.fit(tf.randomNormal([4096, 64]), tf.randomNormal([4096, 1]), { epochs: 10000, batchSize: 16 });`;

/** Measures the time from the click on Stop to `stopped`, for a cell that yields and for one that never does. */
export const stopTime: Measure = {
  name: 'stop-time',
  async run({ server, rounds }: Bench): Promise<readonly Section[]> {
    const profile = await openProfile();
    try {
      const { page } = await openPage(profile.context, `${server.origin}${lessonPath}?backend=wasm`);
      await replaceCode(page, firstCell, '1 + 1');
      await runCell(page, firstCell);

      const fit = await measureStops(page, training, rounds);
      const loop: number[] = [];
      const restart: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        loop.push(...(await measureStops(page, endless, 1)));
        restart.push(await runCell(page, firstCell));
      }
      return [
        {
          title: 'Stop',
          about: `Milliseconds, median (min–max) of ${rounds}. The goal is less than a second for any cell.`,
          head: ['what', 'time'],
          rows: [
            ['Stop on `while (true) {}`: the worker ends', timing(loop)],
            ['the next Run after that, with a new worker: click → `done`', timing(restart)],
            ['Stop on a `fit` under way: it ends at its next batch and keeps its weights', timing(fit)],
          ],
        },
      ];
    } finally {
      await profile.close();
    }
  },
};

/** Runs code and stops it, some times. @returns the milliseconds from each click on Stop to `stopped` */
async function measureStops(page: Page, code: string, rounds: number): Promise<readonly number[]> {
  const samples: number[] = [];
  await replaceCode(page, freeCell, code);
  for (let round = 0; round < rounds; round += 1) {
    await runCell(page, freeCell, 'running');
    await setTimeout(underWayMilliseconds);
    samples.push(await stopCell(page, freeCell));
  }
  return samples;
}
