import type { Page } from 'playwright-core';
import { openPage, openProfile } from './browser.ts';
import { createCellRunner, firstCell, freeCell, lessonPath, runCell } from './lesson-page.ts';
import type { Bench, Measure } from './measure.ts';
import { type Section, times, timing } from './report.ts';
import { interleave } from './statistics.ts';

const backends = ['wasm', 'cpu', 'webgl'] as const;
type Backend = (typeof backends)[number];

/** The number of predictions per round. On the CPU, or with WebGL in software, one can take more than a second. */
const perRound: Readonly<Record<Backend, number>> = { wasm: 20, cpu: 1, webgl: 5 };

/** An environment in which predictions are measured. */
interface Predictor {
  /** Measures some predictions. @returns the milliseconds of each */
  time(count: number): Promise<readonly number[]>;
}

/** Measures the prediction of a 224-pixel photo in a lesson's cell, in a plain worker and in a plain page. */
export const predictions: Measure = {
  name: 'predictions',
  async run(bench: Bench): Promise<readonly Section[]> {
    const rows: (readonly string[])[] = [];
    for (const backend of backends) rows.push(await row(backend, bench));
    return [
      {
        title: 'One prediction, 224 × 224 pixels',
        about: [
          '`model.predict` and `await data()` of EfficientNet-Lite0 on random pixels, after one unmeasured round.',
          'Milliseconds, median (min–max) of all rounds; ÷: the ratio of the course to this one.',
        ].join(' '),
        head: ['backend', 'course, in a cell', 'bare worker', '÷', 'bare page', '÷', 'runs of each'],
        rows,
      },
    ];
  },
};

async function row(backend: Backend, { server, rounds }: Bench): Promise<readonly string[]> {
  const profile = await openProfile();
  try {
    const open = async (path: string) => {
      const page = await profile.context.newPage();
      return (await openPage(profile.context, server.origin + path, null, page)).page;
    };
    const pages: Readonly<Record<Contestant, Page>> = {
      course: await open(`${lessonPath}?backend=${backend}`),
      worker: await open('/bare/in-worker.html'),
      page: await open(`/bare/?backend=${backend}`),
    };
    const predictors: Readonly<Record<Contestant, Predictor>> = {
      course: await inCell(pages.course),
      worker: await inWorker(pages.worker, backend),
      page: await inPage(pages.page),
    };
    const count = perRound[backend];
    const sample = async (name: Contestant) => {
      await pages[name].bringToFront();
      return predictors[name].time(count);
    };
    for (const name of contestants) await sample(name);
    const { course, worker, page } = await interleave(contestants, rounds, sample);
    return [
      backend,
      timing(course),
      timing(worker),
      times(course, worker),
      timing(page),
      times(course, page),
      String(course.length),
    ];
  } finally {
    await profile.close();
  }
}

const contestants = ['course', 'worker', 'page'] as const;
type Contestant = (typeof contestants)[number];

async function inCell(page: Page): Promise<Predictor> {
  await runCell(page, firstCell);
  return { time: createCellRunner(page, freeCell, timingCell) };
}

/** Returns the same code as in `bare/`, in TypeScript for a cell. */
function timingCell(count: number): string {
  return `async function timePredictions(count: number): Promise<number[]> {
  const input = tf.randomUniform([1, 224, 224, 3], -1, 1);
  const samples: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const began = performance.now();
    const probabilities = model.predict(input) as tf.Tensor;
    await probabilities.data();
    samples.push(performance.now() - began);
    probabilities.dispose();
  }
  input.dispose();
  return samples;
}
console.log(JSON.stringify(await timePredictions(${count})));`;
}

async function inWorker(page: Page, backend: Backend): Promise<Predictor> {
  await page.evaluate(`ask('loadModel', '${backend}')`);
  return { time: (count) => page.evaluate(`ask('timePredictions', ${count})`) };
}

async function inPage(page: Page): Promise<Predictor> {
  await page.locator('#run').click();
  await page.locator('#output table').waitFor();
  return { time: (count) => page.evaluate(`timePredictions(${count})`) };
}
