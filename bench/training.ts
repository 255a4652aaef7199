import type { CDPSession, Page } from 'playwright-core';
import { openPage, openProfile } from './browser.ts';
import {
  createCellRunner,
  firstCell,
  freeCell,
  lessonPath,
  replaceCode,
  runCell,
  runCode,
} from './lesson-page.ts';
import type { Bench, Measure } from './measure.ts';
import { figure, type Section, times, timing } from './report.ts';
import { interleave, median } from './statistics.ts';
import { measureSpeeds, stepOperations } from './training-arithmetic.ts';

const pixels = 64;
const batch = 16;

const names = [
  'course, wasm: all layers',
  'course, wasm: the head alone',
  'bare tfjs, webgl: all layers',
  'bare tfjs, cpu: all layers',
] as const;
type Contestant = (typeof names)[number];

/** The number of steps per round. One step of the slow contestants takes half a minute. */
const stepsPerRound: Readonly<Record<Contestant, number>> = {
  'course, wasm: all layers': 6,
  'course, wasm: the head alone': 6,
  'bare tfjs, webgl: all layers': 1,
  'bare tfjs, cpu: all layers': 1,
};

/** The time of one step in milliseconds: elapsed time, and processor time of all processes of the browser. */
interface Step {
  readonly clock: number;
  readonly processor: number;
}

/** A contestant in its own browser. */
interface Trainer {
  /** Measures training steps. */
  steps(count: number): Promise<readonly Step[]>;
  /** Returns the size of tfjs's WebAssembly heap in MiB; `null` if there is none. It never shrinks, so that it is the peak. */
  heap(): Promise<number | null>;
  close(): Promise<void>;
}

/** Measures a training step of EfficientNet-Lite0 in the course on wasm, compared with the WebGL and CPU backends of tfjs. */
export const training: Measure = {
  name: 'training',
  async run(bench: Bench): Promise<readonly Section[]> {
    const trainers: Partial<Record<Contestant, Trainer>> = {};
    const profile = await openProfile();
    const speeds = await measureSpeeds(
      (await openPage(profile.context, `${bench.server.origin}/bare/`)).page,
    ).finally(() => profile.close());
    try {
      for (const name of names) trainers[name] = await open(name, bench);
      const sample = async (name: Contestant) => (await trainers[name]?.steps(stepsPerRound[name])) ?? [];
      for (const name of names) await sample(name);
      const samples = await interleave<Contestant, Step>(names, bench.rounds, sample);
      const heaps = await Promise.all(names.map((name) => trainers[name]?.heap() ?? null));
      const operations = (await stepOperations(bench.site, pixels, batch)) / 1e6;
      const ours = samples['course, wasm: all layers'];
      const clocks = (steps: readonly Step[]) => steps.map(({ clock }) => clock);
      const processors = (steps: readonly Step[]) => steps.map(({ processor }) => processor);
      const speed = operations / median(clocks(ours));
      return [
        {
          title: `One step of training, ${pixels} × ${pixels} pixels, ${batch} pictures`,
          about: [
            '`trainOnBatch` with Adam of EfficientNet-Lite0 and a head of ten classes, after one unmeasured round.',
            'Milliseconds, median (min–max); ×: the ratio to the first row. Processor time is that of all processes of the browser.',
          ].join(' '),
          head: ['what', 'by the clock', '×', 'processor time', '×', 'steps', 'wasm heap, MB'],
          rows: names.map((name, index) => [
            name,
            timing(clocks(samples[name])),
            times(clocks(samples[name]), clocks(ours)),
            timing(processors(samples[name])),
            times(processors(samples[name]), processors(ours)),
            String(samples[name].length),
            heaps[index] === null ? '–' : figure(heaps[index] ?? 0),
          ]),
        },
        {
          title: 'Arithmetic of the training kernels',
          about: `GFLOP/s of one thread. Peak: a loop of fused multiply-adds in WebAssembly SIMD, the best of two hundred runs. A step has ${figure(operations / 1000)} GFLOP of convolutions.`,
          head: ['what', 'GFLOP/s', 'of the peak'],
          rows: [
            ['peak', speeds.peak] as const,
            ['1 × 1 convolution, forward', speeds.products[0] ?? 0] as const,
            ['… gradient of its input', speeds.products[1] ?? 0] as const,
            ['… gradient of its filter', speeds.products[2] ?? 0] as const,
            ['a complete step: its convolutions by its median time', speed] as const,
          ].map(([what, value]) => [what, figure(value), `${Math.round((100 * value) / speeds.peak)} %`]),
        },
      ];
    } finally {
      for (const trainer of Object.values(trainers)) await trainer.close();
    }
  },
};

/** Opens a contestant in its own browser, so that the browser's processor time is that of the contestant. */
async function open(name: Contestant, { server }: Bench): Promise<Trainer> {
  const profile = await openProfile();
  const isCourse = name.startsWith('course');
  const path = isCourse ? `${lessonPath}?backend=wasm` : '/bare/in-worker.html';
  const { page } = await openPage(profile.context, server.origin + path);
  const session = await profile.context.browser()?.newBrowserCDPSession();
  if (session === undefined) throw new Error('no session with the browser');
  const run = isCourse
    ? await inCell(page, name.endsWith('alone'))
    : await inWorker(page, name.includes('webgl') ? 'webgl' : 'cpu');
  return {
    async steps(count) {
      const before = await processorMilliseconds(session);
      const clocks = await run(count);
      const processor = ((await processorMilliseconds(session)) - before) / count;
      return clocks.map((clock) => ({ clock, processor }));
    },
    heap: () => (isCourse ? heapInCell(page) : Promise.resolve(null)),
    close: () => profile.close(),
  };
}

/** Returns the processor time of all processes of the browser so far. */
async function processorMilliseconds(session: CDPSession): Promise<number> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0) * 1000;
}

/** Returns the code of the training, for a cell and for a plain worker. @param source the expression of the pretrained model */
function makeNetwork(source: string, isHeadOnly: boolean): string {
  return `
const backbone = ${source};
for (const layer of backbone.layers) layer.trainable = ${!isHeadOnly};
const head = tf.layers.dense({ units: 10, activation: 'softmax' });
const network = tf.model({ inputs: backbone.inputs, outputs: head.apply(backbone.getLayer('avg_pool').output) });
network.compile({ optimizer: tf.train.adam(1e-4), loss: 'categoricalCrossentropy' });
const pictures = tf.randomUniform([${batch}, ${pixels}, ${pixels}, 3], -1, 1);
const targets = tf.oneHot(tf.range(0, ${batch}, 1, 'int32').mod(10).cast('int32'), 10);
async function timeSteps(count) {
  const samples = [];
  for (let step = 0; step < count; step += 1) {
    const began = performance.now();
    await network.trainOnBatch(pictures, targets);
    samples.push(performance.now() - began);
  }
  return samples;
}`;
}

async function inCell(
  page: Page,
  isHeadOnly: boolean,
): Promise<(count: number) => Promise<readonly number[]>> {
  await runCell(page, firstCell);
  const source = `await efficientNetLite0({ weights: 'imagenet', inputShape: [${pixels}, ${pixels}, 3] })`;
  await replaceCode(page, freeCell, makeNetwork(source, isHeadOnly));
  await runCell(page, freeCell);
  return createCellRunner(
    page,
    freeCell,
    (count) => `console.log(JSON.stringify(await timeSteps(${count})))`,
  );
}

async function heapInCell(page: Page): Promise<number> {
  const bytes = '(tf.backend() as any).wasm.HEAPU8.byteLength';
  const code = `console.log(JSON.stringify([${bytes} / 2 ** 20]))`;
  const [mebibytes = Number.NaN] = await runCode(page, firstCell, code);
  return mebibytes;
}

async function inWorker(
  page: Page,
  backend: 'webgl' | 'cpu',
): Promise<(count: number) => Promise<readonly number[]>> {
  await page.evaluate(`ask('loadModel', '${backend}')`);
  const script = `(async () => {${makeNetwork('model', false)}; globalThis.timeSteps = timeSteps; })()`;
  await page.evaluate(`ask('evaluate', ${JSON.stringify(script)})`);
  return (count) => page.evaluate(`ask('evaluate', 'timeSteps(${count})')`);
}
