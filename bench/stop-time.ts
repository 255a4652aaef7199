import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { openPage, openProfile } from './browser.ts';
import { firstCell, freeCell, lessonPath, replaceCode, runCell, stopCell } from './lesson-page.ts';
import type { Bench, Measure } from './measure.ts';
import { type Section, timing } from './report.ts';

/** Long enough for the cell to be deep in its work when Stop is pressed. */
const underWayMilliseconds = 300;

const endless = 'while (true) {}';
const training = `const network = tf.sequential({ layers: [tf.layers.dense({ units: 64, inputShape: [64] }), tf.layers.dense({ units: 1 })] });
network.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await network.fit(tf.randomNormal([4096, 64]), tf.randomNormal([4096, 1]), { epochs: 10000, batchSize: 16 });`;

/** Milliseconds from the click on Stop to `stopped`, of a cell that yields and of one that never does. */
export const stopTime: Measure = {
  name: 'stop-time',
  async run({ server, rounds }: Bench): Promise<readonly Section[]> {
    const profile = await openProfile();
    try {
      const { page } = await openPage(profile.context, `${server.origin}${lessonPath}?backend=wasm`);
      await replaceCode(page, firstCell, '1 + 1');
      await runCell(page, firstCell);

      const fit = await stops(page, training, rounds);
      const loop: number[] = [];
      const again: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        loop.push(...(await stops(page, endless, 1)));
        again.push(await runCell(page, firstCell));
      }
      return [
        {
          title: 'Stop',
          about: `Milliseconds, median (min–max) of ${rounds}. The promise is: under a second, whatever the cell does.`,
          head: ['what', 'time'],
          rows: [
            ['Stop on `while (true) {}`: the worker ends', timing(loop)],
            ['the next Run after that, with a new worker: click → `done`', timing(again)],
            ['Stop on a `fit` under way: it ends at its next batch and keeps its weights', timing(fit)],
          ],
        },
      ];
    } finally {
      await profile.close();
    }
  },
};

async function stops(page: Page, code: string, rounds: number): Promise<readonly number[]> {
  const samples: number[] = [];
  await replaceCode(page, freeCell, code);
  for (let round = 0; round < rounds; round += 1) {
    await runCell(page, freeCell, 'running');
    await setTimeout(underWayMilliseconds);
    samples.push(await stopCell(page, freeCell));
  }
  return samples;
}
