import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { noticeOf, outputOf } from '../support/attacked-page.ts';
import { launchBrowser, openPage } from '../support/browser.ts';
import { button, buttons, cell, lessonPath, runCell, status, writeCell } from '../support/lesson-page.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Processor time by renderer. */
async function renderers(): Promise<ReadonlyMap<number, number>> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return new Map(
    processInfo.filter(({ type }) => type === 'renderer').map(({ id, cpuTime }) => [id, cpuTime]),
  );
}

/** Keeps processes from doing anything for a while. */
async function hold(processes: readonly number[], milliseconds: number): Promise<void> {
  const signalAll = (signal: NodeJS.Signals) => {
    for (const id of processes) {
      try {
        process.kill(id, signal);
      } catch {
        // It was ended in the meantime.
      }
    }
  };
  signalAll('SIGSTOP');
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  signalAll('SIGCONT');
}

// On Windows a process cannot be held.
it.skipIf(process.platform === 'win32')(
  'a page starved for ten seconds, and then an engine starved for six, lose nothing',
  async () => {
    const { page, errors, close } = await openPage(browser, `${lessonPath.en}?backend=wasm`);
    await writeCell(
      page,
      'load-model',
      "const kept = 41; console.log('begun'); await new Promise((done) => setTimeout(done, 9000)); 'ended'",
    );
    await (await button(cell(page, 'load-model'), buttons.en.run)).click();
    await cell(page, 'load-model').getByText('begun').waitFor();

    const before = await renderers();
    await page.evaluate(() => {
      for (const end = performance.now() + 10_000; performance.now() < end; );
    });
    const after = await renderers();
    await status(page, 'load-model', 'done');
    expect(await outputOf(page, 'load-model')).toBe('begun"ended"');

    // The page's process is the one that was busy.
    const spent = [...after].map(([id, seconds]) => ({ id, seconds: seconds - (before.get(id) ?? 0) }));
    const [, ...others] = spent.toSorted((one, other) => other.seconds - one.seconds);
    await hold(
      others.map(({ id }) => id),
      6000,
    );
    await writeCell(page, 'load-model', 'kept + 1');
    await runCell(page, 'en', 'load-model');
    expect(await outputOf(page, 'load-model')).toBe('42');
    expect(await noticeOf(page)).toBe('');
    expect(errors).toEqual([]);
    await close();
  },
);
