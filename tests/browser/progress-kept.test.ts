import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser, launchProfile, openPage } from '../support/browser.ts';
import { cell, readCell, runCell, writeCell } from '../support/lesson-page.ts';
import { chooseText, exported, openProgress, said, sampleFile } from '../support/progress-page.ts';
import { sampleRecord } from '../support/sample-record.ts';

const lesson0 = '/en/lessons/how-a-cell-works/?backend=cpu';
const training = `
const net = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1], name: 'head' })] });
net.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await net.fit(tf.tensor2d([[1], [2]]), tf.tensor2d([[1], [2]]), { epochs: 2 });`;

/** A folder for a browser's profile, for as long as it is used. */
async function withProfile(use: (profile: string) => Promise<void>): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), 'profile-'));
  try {
    await use(profile);
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

describe('a browser that is killed in the middle of a lesson', () => {
  it('has edits, attempts, trainings and first steps again when it is opened anew', async () => {
    await withProfile(async (profile) => {
      const first = await launchProfile(profile);
      const page = await first.newPage();
      await openProgress(page, 'en');
      await chooseText(page, 'import', sampleFile);
      await page.getByRole('button', { name: 'Merge it with what is here' }).click();
      await expect.poll(() => said(page).innerText()).toContain('merged');
      await page.goto(inject('site') + lesson0);
      await writeCell(page, 'six-times-seven', training);
      await runCell(page, 'en', 'six-times-seven');
      await writeCell(page, 'still-there', 'for (;;) {}');
      await cell(page, 'still-there').getByRole('button', { name: 'Run', exact: true }).click();
      await page.locator('[data-cell=still-there][data-status=running]').waitFor();
      await page.waitForTimeout(500);
      await kill(first);

      const second = await launchProfile(profile);
      const again = await second.newPage();
      await again.goto(inject('site') + lesson0);
      await expect.poll(() => readCell(again, 'six-times-seven')).toBe(training);
      expect(await readCell(again, 'still-there')).toBe('for (;;) {}');
      expect(await again.locator('[data-step=run][data-taken], [data-step=edit][data-taken]').count()).toBe(
        2,
      );
      await openProgress(again, 'en');
      const { record } = await exported(again);
      // They came in by import, and that is kept with each.
      const imported = { at: expect.any(Number), file: expect.any(String), seal: 'fits' };
      expect(record.items).toEqual(
        sampleRecord.items.map((item) => ({
          ...item,
          attempts: item.attempts.map((attempt) => ({ ...attempt, imported })),
        })),
      );
      expect(record.runs.map(({ number, lesson }) => [number, lesson])).toEqual([
        [5, '00-how-a-cell-works'],
        [4, '03-transfer'],
      ]);
      expect(record.cells.find(({ cell: id }) => id === 'six-times-seven')).toMatchObject({
        runs: 1,
        wasDone: true,
      });
      await second.close();
    });
  });

  /** As a crash does it: nothing is asked, nothing is told. */
  async function kill(context: BrowserContext): Promise<void> {
    const session = await context.browser()?.newBrowserCDPSession();
    const { processInfo } = (await session?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] };
    const main = processInfo.find(({ type }) => type === 'browser');
    if (main === undefined) throw new Error('the browser does not tell its process');
    const gone = new Promise((resolve) => context.on('close', resolve));
    process.kill(main.id, 'SIGKILL');
    await gone;
  }
});

it('what was typed just before the page is left is there again', async () => {
  const browser = await launchBrowser();
  const { page, close } = await openPage(browser, lesson0);
  await writeCell(page, 'six-times-seven', '6 * 7');
  await page.keyboard.type(' + 1');
  await page.reload();
  await expect.poll(() => readCell(page, 'six-times-seven')).toBe('6 * 7 + 1');
  await close();
  await browser.close();
});

describe('a full device', () => {
  it('is told in words, and what was there stays', async () => {
    await withProfile(async (profile) => {
      const roomy = await launchProfile(profile);
      const page = await roomy.newPage();
      await page.goto(inject('site') + lesson0);
      await writeCell(page, 'six-times-seven', '6 * 8');
      await page.waitForTimeout(1000);
      await roomy.close();

      // The browser remembers for half a minute how much room there was: it has to be another one.
      const full = await launchProfile(profile);
      const again = await full.newPage();
      const session = await full.newCDPSession(again);
      await session.send('Storage.overrideQuotaForOrigin', { origin: inject('site'), quotaSize: 1 });
      await again.goto(inject('site') + lesson0);
      await expect.poll(() => readCell(again, 'six-times-seven')).toBe('6 * 8');
      await writeCell(again, 'six-times-seven', '6 * 9');
      await again.getByText('This device has no room left').waitFor();
      await again.reload();
      await expect.poll(() => readCell(again, 'six-times-seven')).toBe('6 * 8');

      await openProgress(again, 'en');
      const before = (await exported(again)).record;
      await chooseText(again, 'import', sampleFile);
      await again.getByRole('button', { name: 'Replace what is here' }).click();
      await expect.poll(() => said(again).innerText()).toContain('no room left');
      expect((await exported(again)).record).toEqual(before);
      expect(before.edits.map(({ source }) => source)).toEqual(['6 * 8']);
      await full.close();
    });
  });
});

describe('in one browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('two tabs at once lose nothing, and each shows what the other changed', async () => {
    const { page, close } = await openPage(browser, lesson0);
    const other = await page.context().newPage();
    await other.goto(page.url());
    await writeCell(page, 'six-times-seven', '6 * 8');
    await writeCell(other, 'shared-names', '1 + 1');
    await expect.poll(() => readCell(other, 'six-times-seven')).toBe('6 * 8');
    await expect.poll(() => readCell(page, 'shared-names')).toBe('1 + 1');
    await Promise.all([runCell(page, 'en', 'six-times-seven'), runCell(other, 'en', 'six-times-seven')]);
    await expect.poll(() => other.locator('[data-step=edit][data-taken]').count()).toBe(1);
    await openProgress(page, 'en');
    await expect
      .poll(async () => (await exported(page)).record.cells.map(({ cell: id, runs }) => [id, runs]))
      .toEqual([['six-times-seven', 2]]);
    await page.getByRole('button', { name: 'Clear all of my progress' }).click();
    await expect.poll(() => readCell(other, 'shared-names')).not.toBe('1 + 1');
    expect((await exported(page)).record.edits).toEqual([]);
    await close();
  });

  it('a damaged record is put aside and told; the rest comes, and can be saved', async () => {
    const { page, close } = await openPage(browser, lesson0);
    await writeCell(page, 'six-times-seven', '6 * 8');
    await page.waitForTimeout(1000);
    await page.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((opened) => {
        const request = indexedDB.open('deshielo');
        request.onsuccess = () => opened(request.result);
      });
      const writing = database.transaction('records', 'readwrite');
      writing.objectStore('records').put({ source: 7 }, ['edits', '00-how-a-cell-works', 'shared-names']);
      await new Promise((done) => {
        writing.oncomplete = done;
      });
      database.close();
    });
    await page.reload();
    await page.getByText('Something that was saved is damaged').waitFor();
    await expect.poll(() => readCell(page, 'six-times-seven')).toBe('6 * 8');
    await openProgress(page, 'en');
    expect(await page.locator('[data-aside-list] li').allInnerTexts()).toEqual([
      expect.stringMatching(/^edits \/ 00-how-a-cell-works \/ shared-names, put aside on /),
    ]);
    await page.getByRole('button', { name: 'Delete them' }).click();
    await page.locator('[data-aside]').waitFor({ state: 'hidden' });
    await close();
  });
});
