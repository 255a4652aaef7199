import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import { noticeOf, outputOf } from '../support/attacked-page.ts';
import { button, buttons, cell, runCell, status, writeCell } from '../support/lesson-page.ts';
import { siteTest } from '../support/site-test.ts';

const id = 'first';

/** Returns the processor time of each renderer process, in seconds. */
async function renderers(browser: Browser): Promise<ReadonlyMap<number, number>> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return new Map(
    processInfo.filter(({ type }) => type === 'renderer').map(({ id, cpuTime }) => [id, cpuTime]),
  );
}

/** Suspends processes for some time. */
async function hold(processes: readonly number[], milliseconds: number): Promise<void> {
  const signalAll = (signal: NodeJS.Signals) => {
    for (const id of processes) {
      try {
        process.kill(id, signal);
      } catch {
        // The process has ended in the meantime.
      }
    }
  };
  signalAll('SIGSTOP');
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  signalAll('SIGCONT');
}

// On Windows a process cannot be suspended.
siteTest.skipIf(process.platform === 'win32')(
  'a page suspended for ten seconds, and then an engine suspended for six, keep run and variables',
  async ({ browser, openEngine }) => {
    const { page } = await openEngine('en');
    await writeCell(
      page,
      id,
      "const kept = 41; console.log('begun'); await new Promise((done) => setTimeout(done, 9000)); 'ended'",
    );
    await (await button(cell(page, id), buttons.en.run)).click();
    await cell(page, id).getByText('begun').waitFor();

    const before = await renderers(browser);
    await page.evaluate(() => {
      for (const end = performance.now() + 10_000; performance.now() < end; );
    });
    const after = await renderers(browser);
    await status(page, id, 'done');
    expect(await outputOf(page, id)).toBe('begun"ended"');

    // The page's process is the one that was busy.
    const spent = [...after].map(([id, seconds]) => ({ id, seconds: seconds - (before.get(id) ?? 0) }));
    const [, ...others] = spent.toSorted((one, other) => other.seconds - one.seconds);
    await hold(
      others.map(({ id }) => id),
      6000,
    );
    await writeCell(page, id, 'kept + 1');
    await runCell(page, 'en', id);
    expect(await outputOf(page, id)).toBe('42');
    expect(await noticeOf(page)).toBe('');
  },
);
