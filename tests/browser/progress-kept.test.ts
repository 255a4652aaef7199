import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { type ContextLog, launchProfile, logContext } from '../support/browser.ts';
import { cell, readCell, runCell, writeCell } from '../support/lesson-page.ts';
import { chooseText, exported, openProgress, said, sampleFile } from '../support/progress-page.ts';
import { sampleRecord } from '../support/sample-record.ts';
import { expectCleanLog, siteTest } from '../support/site-test.ts';
import { waitForEdit, waitForRecord } from '../support/stored-record.ts';

const folder = '00-how-a-cell-works';
const path = '/en/lessons/how-a-cell-works/?backend=cpu';
const training = `
const net = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1], name: 'head' })] });
net.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await net.fit(tf.tensor2d([[1], [2]]), tf.tensor2d([[1], [2]]), { epochs: 2 });`;

const profileTest = siteTest.extend<{
  /** Launches a browser with the profile of this test. Its log is checked, and it is closed, after the test. */
  launch(): Promise<{ readonly context: BrowserContext; readonly page: Page }>;
}>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads a fixture's dependencies from this pattern.
  async launch({}, use) {
    const profile = await mkdtemp(join(tmpdir(), 'profile-'));
    const launched: { readonly context: BrowserContext; readonly log: ContextLog }[] = [];
    try {
      await use(async () => {
        const context = await launchProfile(profile);
        launched.push({ context, log: logContext(context) });
        return { context, page: await context.newPage() };
      });
    } finally {
      for (const { context } of launched) await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    }
    for (const { log } of launched) expectCleanLog(log, { path, site: inject('site') }, /QuotaExceededError/);
  },
});

describe('a browser that is killed in the middle of a lesson', () => {
  profileTest(
    'has edits, attempts, trainings and first steps when it is opened again',
    async ({ launch }) => {
      const { context, page } = await launch();
      await openProgress(page, 'en');
      await chooseText(page, 'import', sampleFile);
      await page.getByRole('button', { name: 'Merge it with what is here' }).click();
      await expect.poll(() => said(page).innerText()).toContain('merged');
      await page.goto(inject('site') + path);
      await writeCell(page, 'six-times-seven', training);
      await runCell(page, 'en', 'six-times-seven');
      await writeCell(page, 'still-there', 'for (;;) {}');
      await cell(page, 'still-there').getByRole('button', { name: 'Run', exact: true }).click();
      await page.locator('[data-cell=still-there][data-status=running]').waitFor();
      await waitForEdit(page, 'six-times-seven', training, folder);
      await waitForEdit(page, 'still-there', 'for (;;) {}', folder);
      await waitForRecord(page, ['cells', folder, 'six-times-seven'], { wasDone: true });
      await waitForRecord(page, ['runs', folder, 5]);
      for (const step of ['run', 'edit']) await waitForRecord(page, ['steps', folder, step]);
      await kill(context);

      const { page: again } = await launch();
      await again.goto(inject('site') + path);
      await expect.poll(() => readCell(again, 'six-times-seven')).toBe(training);
      await expect.poll(() => readCell(again, 'still-there')).toBe('for (;;) {}');
      const steps = again.locator('[data-step=run][data-taken], [data-step=edit][data-taken]');
      await expect.poll(() => steps.count()).toBe(2);
      await openProgress(again, 'en');
      const { record } = await exported(again);
      // Each attempt is stored with the import it came from.
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
    },
  );

  /** Kills the browser's main process, as a crash would. */
  async function kill(context: BrowserContext): Promise<void> {
    const session = await context.browser()?.newBrowserCDPSession();
    const { processInfo } = (await session?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] };
    const main = processInfo.find(({ type }) => type === 'browser');
    if (main === undefined) throw new Error('the browser does not report its process');
    const gone = new Promise((resolve) => context.on('close', resolve));
    process.kill(main.id, 'SIGKILL');
    await gone;
  }
});

siteTest('what was typed just before the page is left is stored', async ({ open }) => {
  const { page } = await open(path);
  await writeCell(page, 'six-times-seven', '6 * 7');
  await page.keyboard.type(' + 1');
  await page.reload();
  await expect.poll(() => readCell(page, 'six-times-seven')).toBe('6 * 7 + 1');
});

profileTest('a full device is reported, and what was stored stays', async ({ launch }) => {
  const { context, page } = await launch();
  await page.goto(inject('site') + path);
  await writeCell(page, 'six-times-seven', '6 * 8');
  await waitForEdit(page, 'six-times-seven', '6 * 8', folder);
  await context.close();

  // A browser caches its quota for half a minute: only a new one reads the override.
  const { context: full, page: again } = await launch();
  const session = await full.newCDPSession(again);
  await session.send('Storage.overrideQuotaForOrigin', { origin: inject('site'), quotaSize: 1 });
  await again.goto(inject('site') + path);
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
});

describe('in one browser', () => {
  siteTest('two tabs lose nothing, and each shows the changes of the other', async ({ open }) => {
    const { page } = await open(path);
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
  });

  siteTest('a damaged record is put aside and reported, and the others are loaded', async ({ open }) => {
    const { page } = await open(path);
    await writeCell(page, 'six-times-seven', '6 * 8');
    await waitForEdit(page, 'six-times-seven', '6 * 8', folder);
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
  });
});
