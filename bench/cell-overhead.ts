import { openPage, openProfile } from './browser.ts';
import { headTraining } from './head-training.ts';
import { firstCell, freeCell, lessonPath, printedNumbers, replaceCode, runCell } from './lesson-page.ts';
import type { Bench, Measure } from './measure.ts';
import { type Section, times, timing } from './report.ts';
import { interleave } from './statistics.ts';

const roundTripsPerRound = 5;

/** Twenty million iterations that an engine can neither skip nor precompute. */
const loop = 'for (let step = 0; step < 2e7; step += 1) value = (value * 31 + step) % 1000003;';
const report = 'console.log(JSON.stringify([performance.now() - began]));';

const inFunction = `function hot(): number {
  let value = 1;
  ${loop}
  return value;
}
const began = performance.now();
const result = hot();
${report}`;

const atTopLevel = `const began = performance.now();
let value = 1;
${loop}
${report}`;

/** The same code for a plain worker, without the compiler and the kernel. */
const bareInFunction = `(() => {
  function hot() {
    let value = 1;
    ${loop}
    return value;
  }
  const began = performance.now();
  const result = hot();
  return performance.now() - began;
})()`;

const bareAtTopLevel = `(async () => {
  const began = performance.now();
  let value = 1;
  ${loop}
  return performance.now() - began;
})()`;

const inCellTraining = `${headTraining('{}')}
console.log(JSON.stringify([took]));`;

const bareTraining = `(async () => {
  tf.wasm.setWasmPaths('/bare/wasm/');
  await tf.setBackend('wasm');
  ${headTraining('{}')}
  return took;
})()`;

/** Measures the overhead of running code in a cell: the round trip to the worker, and names that are shared by all cells. */
export const cellOverhead: Measure = {
  name: 'cell-overhead',
  async run({ server, rounds }: Bench): Promise<readonly Section[]> {
    const profile = await openProfile();
    try {
      const { page: lesson } = await openPage(profile.context, `${server.origin}${lessonPath}?backend=wasm`);
      const bare = await profile.context.newPage();
      await bare.goto(`${server.origin}/bare/in-worker.html`);
      await bare.evaluate(`ask('evaluate', '1 + 1')`);

      const inCell = async () => {
        await runCell(lesson, freeCell);
        return printedNumbers(lesson, freeCell);
      };
      const compare = async (cell: string, script: string) => {
        await replaceCode(lesson, freeCell, cell);
        await inCell();
        await bare.evaluate(`ask('evaluate', ${JSON.stringify(script)})`);
        return interleave(['course', 'bare'], rounds, async (name) => {
          await (name === 'course' ? lesson : bare).bringToFront();
          return name === 'course'
            ? inCell()
            : bare.evaluate<number>(`ask('evaluate', ${JSON.stringify(script)})`);
        });
      };

      await replaceCode(lesson, firstCell, '1 + 1');
      await runCell(lesson, firstCell);
      const roundTrip = await interleave(['course', 'bare'], rounds, async (name) => {
        const page = name === 'course' ? lesson : bare;
        await page.bringToFront();
        const samples: number[] = [];
        for (let index = 0; index < roundTripsPerRound; index += 1) {
          samples.push(
            await (name === 'course' ? runCell(page, firstCell) : page.evaluate<number>(bareRoundTrip)),
          );
        }
        return samples;
      });
      const inside = await compare(inFunction, bareInFunction);
      const outside = await compare(atTopLevel, bareAtTopLevel);
      const fit = await compare(inCellTraining, bareTraining);

      const line = (name: string, { course, bare: plain }: typeof inside) => [
        name,
        timing(course),
        timing(plain),
        times(course, plain),
      ];
      return [
        {
          title: 'What a cell costs',
          about: [
            '`1 + 1` from the click on Run to `done`, against a message to a worker and back;',
            'twenty million iterations of a loop; and thirty epochs of a small head on wasm, against the same code in a bare worker.',
            'Milliseconds, median (min–max).',
          ].join(' '),
          head: ['what', 'course', 'bare worker', 'course ÷ bare'],
          rows: [
            line('a trivial cell, round trip', roundTrip),
            line('a hot loop in a function', inside),
            line('a hot loop at the top level, its variable shared by all cells', outside),
            line('`fit`', fit),
          ],
        },
      ];
    } finally {
      await profile.close();
    }
  },
};

const bareRoundTrip = `(async () => {
  const began = performance.now();
  await ask('evaluate', '1 + 1');
  return performance.now() - began;
})()`;
