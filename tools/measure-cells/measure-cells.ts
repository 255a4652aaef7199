/**
 * Measures how long the cells of the lessons take and writes `src/course/lessons/seconds-of-cells.json`, from which the page
 * estimates how long a cell will take on a learner's device.
 *
 * npm run build && npm exec -- node tools/measure-cells/measure-cells.ts [03-transfer …]
 *
 * It runs all cells of the built lessons from top to bottom on wasm and counts the browser's processor time, which other programs
 * change little. On an idle computer it is the time that a learner waits, because the wasm backend has one thread. Lessons that
 * are not named keep their times.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { openPage, openProfile } from '../../bench/browser.ts';
import { runCell } from '../../bench/lesson-page.ts';
import { serveFiles } from '../../bench/serve-files.ts';

const site = fileURLToPath(new URL('../../dist/', import.meta.url));
const result = new URL('../../src/course/lessons/seconds-of-cells.json', import.meta.url);
const lessonsPath = 'es/lecciones/';
/** Shorter cells say little about the speed of a device. */
const shortestSeconds = 0.5;

type Seconds = Record<string, Record<string, number>>;

/** Returns the processor time of all of the browser's renderers, in seconds. */
async function rendererSeconds(context: BrowserContext): Promise<number> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (session === undefined) throw new Error('no browser');
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.reduce((sum, { type, cpuTime }) => sum + (type === 'renderer' ? cpuTime : 0), 0);
}

/** Runs the cells of an open lesson. @returns the seconds of those that are not short */
async function measureCells(page: Page): Promise<Record<string, number>> {
  // Run all leaves out the cells of exercises too.
  const cells = await page.$$eval('[data-cell]:not([data-exercise] *)', (sections) =>
    sections.map((section) => section.getAttribute('data-cell') ?? ''),
  );
  const seconds: Record<string, number> = {};
  // The first run also starts the engine.
  if (cells[0] !== undefined) await runCell(page, cells[0]);
  for (const cell of cells) {
    const before = await rendererSeconds(page.context());
    await runCell(page, cell);
    const took = (await rendererSeconds(page.context())) - before;
    console.log(`  ${cell}: ${took.toFixed(1)} s`);
    if (took >= shortestSeconds) seconds[cell] = Number(took.toPrecision(2));
  }
  return seconds;
}

const wanted = process.argv.slice(2);
const measured: Seconds = JSON.parse(await readFile(result, 'utf8'));
const server = await serveFiles({ '/': site }, 0);
try {
  for (const slug of await readdir(site + lessonsPath)) {
    const profile = await openProfile();
    try {
      profile.context.setDefaultTimeout(3_600_000);
      const { page } = await openPage(
        profile.context,
        `${server.origin}/${lessonsPath}${slug}/?backend=wasm`,
      );
      const lesson = await page.$eval('[data-lesson]', (main) => main.getAttribute('data-lesson') ?? '');
      if (wanted.length > 0 && !wanted.includes(lesson)) continue;
      console.log(lesson);
      measured[lesson] = await measureCells(page);
    } finally {
      await profile.close();
    }
  }
} finally {
  await server.close();
}
const inOrder = Object.fromEntries(Object.entries(measured).sort(([one], [other]) => (one < other ? -1 : 1)));
await writeFile(result, `${JSON.stringify(inOrder, null, 2)}\n`);
