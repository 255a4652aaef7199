/**
 * `npm run bench [-- --only <measure> --rounds <n> --site <folder> --port <n>]` compares the course with plain tfjs and prints
 * Markdown tables.
 */
import { availableParallelism, cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { describeBrowser, openProfile } from './browser.ts';
import { buildSite } from './build-site.ts';
import { cellOverhead } from './cell-overhead.ts';
import { compileTime } from './compile-time.ts';
import { drawingGuess } from './drawing-guess.ts';
import { features } from './features.ts';
import { liveCamera } from './live-camera.ts';
import { liveCurves } from './live-curves.ts';
import type { Measure } from './measure.ts';
import { predictions } from './predictions.ts';
import { sectionText } from './report.ts';
import { serveFiles } from './serve-files.ts';
import { sizes } from './sizes.ts';
import { stopTime } from './stop-time.ts';
import { timeToOutput } from './time-to-output.ts';
import { training } from './training.ts';

const measures: readonly Measure[] = [
  timeToOutput,
  predictions,
  drawingGuess,
  liveCamera,
  training,
  cellOverhead,
  compileTime,
  stopTime,
  liveCurves,
  features,
  sizes,
];

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    rounds: { type: 'string', default: '5' },
    site: { type: 'string' },
    port: { type: 'string', default: '0' },
  },
});

const chosen = measures.filter(({ name }) => values.only?.includes(name) ?? true);
const rounds = Number(values.rounds);
if (chosen.length === 0 || !Number.isInteger(rounds) || rounds < 1) {
  console.error(`--only takes ${measures.map(({ name }) => name).join(', ')}; --rounds an integer from 1`);
  process.exit(1);
}

const inRepository = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const site = values.site ?? (await buildSite());
const server = await serveFiles(
  {
    '/': site,
    '/bare/': inRepository('bench/bare/'),
    '/bare/tfjs/': inRepository('node_modules/@tensorflow/tfjs/dist/'),
    '/bare/wasm/': inRepository('node_modules/@tensorflow/tfjs-backend-wasm/dist/'),
  },
  Number(values.port),
);

try {
  const profile = await openProfile();
  const browser = await describeBrowser(profile.context);
  await profile.close();
  const machine = `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${availableParallelism()} threads`;
  console.log(`${browser}; ${machine}, load average at the start ${loadavg()[0]?.toFixed(1)}\n`);
  for (const measure of chosen) {
    console.error(`${measure.name} …`);
    for (const section of await measure.run({ server, site, rounds })) console.log(sectionText(section));
  }
} finally {
  await server.close();
}
