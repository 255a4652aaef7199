import { openPage, openProfile } from './browser.ts';
import { createCellRunner, freeCell, lessonPath } from './lesson-page.ts';
import type { Bench, Measure } from './measure.ts';
import { type Section, timing } from './report.ts';

const backends = ['wasm', 'cpu', 'webgl'] as const;
const guessesPerRound = 10;

/** Measures how long DrawingNet takes to guess one drawing in a lesson's cell. */
export const drawingGuess: Measure = {
  name: 'drawing-guess',
  async run(bench: Bench): Promise<readonly Section[]> {
    const rows: (readonly string[])[] = [];
    for (const backend of backends) rows.push([backend, ...(await timesOf(backend, bench))]);
    return [
      {
        title: 'One guess of a drawing, 32 × 32 pixels',
        about:
          '`drawingNet.predict` on one drawing and `drawingNet.decodePredictions`, after one unmeasured round. Milliseconds, median (min–max) of all rounds.',
        head: ['backend', 'in a cell', 'guesses'],
        rows,
      },
    ];
  },
};

async function timesOf(
  backend: (typeof backends)[number],
  { server, rounds }: Bench,
): Promise<readonly string[]> {
  const profile = await openProfile();
  try {
    const { page } = await openPage(profile.context, `${server.origin}${lessonPath}?backend=${backend}`);
    const run = createCellRunner(page, freeCell, guessingCell);
    await run(guessesPerRound);
    const samples: number[] = [];
    for (let round = 0; round < rounds; round += 1) samples.push(...(await run(guessesPerRound)));
    return [timing(samples), String(samples.length)];
  } finally {
    await profile.close();
  }
}

function guessingCell(count: number): string {
  return `import { drawingDataset, drawingNet } from 'deshielo';
const { train, validation, test } = await drawingDataset(['bee', 'star']);
tf.dispose([train, validation]);
const net = await drawingNet();
async function timeGuesses(count: number): Promise<number[]> {
  const samples: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const drawing = test.xs.slice([index, 0, 0, 0], [1, -1, -1, -1]);
    const began = performance.now();
    const probabilities = net.predict(drawing) as tf.Tensor;
    await drawingNet.decodePredictions(probabilities, { top: 3 });
    samples.push(performance.now() - began);
    tf.dispose([drawing, probabilities]);
  }
  return samples;
}
console.log(JSON.stringify(await timeGuesses(${count})));
tf.dispose(test);`;
}
