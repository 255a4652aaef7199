import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { cell, readCell, status, writeCell } from '../support/lesson-page.ts';
import { lessonPathOf } from '../support/lessons.ts';
import { downloadBy, openProgress, progressPath, said } from '../support/progress-page.ts';
import {
  arriveRecord,
  delayRecord,
  limitRoom,
  storedName,
  storedSource,
  upgradeRecord,
} from '../support/record-database.ts';
import { siteTest } from '../support/site-test.ts';
import { engineLesson } from '../support/stored-record.ts';

/** An exercise has a script of its own that reads the record. */
const lessonWithExercises = '00-how-a-cell-works';
const lateNotice = 'Your saved code came in late';

const returningTest = siteTest.extend<{
  /** Stores code for a cell in an earlier visit. @returns a new page of the same browser context, and the lesson's address */
  returnAfter(
    cell: string,
    source: string,
    lesson?: string,
  ): Promise<{ readonly page: Page; readonly address: string }>;
}>({
  async returnAfter({ open, openEngine }, use) {
    await use(async (id, source, lesson = engineLesson) => {
      const { page } =
        lesson === engineLesson
          ? await openEngine('en', { backend: 'cpu' })
          : await open(`${lessonPathOf(lesson, 'en')}?backend=cpu`);
      await writeCell(page, id, source);
      await expect.poll(() => storedSource(page, lesson, id)).toBe(source);
      const [context, address] = [page.context(), page.url()];
      await page.close();
      return { page: await context.newPage(), address };
    });
  },
});

describe('a record that opens late', () => {
  returningTest.for([
    ['first', engineLesson],
    ['exercise-count-seats', lessonWithExercises],
  ] as const)(
    'replaces what was typed meanwhile, which Undo brings back (%s)',
    async ([id, lesson], { returnAfter }) => {
      const { page, address } = await returnAfter(id, '// yesterday', lesson);
      await delayRecord(page);
      await page.goto(address);
      const authored = await readCell(page, id);
      await cell(page, id).locator('[data-code]').click();
      await cell(page, id).locator('.cm-content').click();
      await page.keyboard.press('ControlOrMeta+End');
      await page.keyboard.type('x');
      await expect.poll(() => readCell(page, id)).toBe(`${authored}x`);

      await arriveRecord(page);
      await expect.poll(() => readCell(page, id)).toBe('// yesterday');
      await page.getByText(lateNotice).waitFor();
      expect(await storedSource(page, lesson, id)).toBe('// yesterday');

      await cell(page, id).locator('.cm-content').focus();
      await page.keyboard.press('ControlOrMeta+z');
      expect(await readCell(page, id)).toBe(`${authored}x`);
      await expect.poll(() => storedSource(page, lesson, id)).toBe(`${authored}x`);
    },
  );

  returningTest('delays a run, which Stop ends', async ({ returnAfter }) => {
    const { page, address } = await returnAfter('first', '6 * 9');
    await delayRecord(page);
    await page.goto(address);
    const run = cell(page, 'first').getByRole('button', { name: 'Run', exact: true });
    const stop = cell(page, 'first').getByRole('button', { name: 'Stop', exact: true });
    await run.click();
    await status(page, 'first', 'queued');
    await stop.click();
    await run.click();
    await arriveRecord(page);
    await status(page, 'first', 'done');
    expect(await readCell(page, 'first')).toBe('6 * 9');
    expect(await cell(page, 'first').locator('[data-cell-output]').innerText()).toBe('54');
    expect(await page.locator('[data-notices]').innerText()).toBe('');
  });
});

describe('a tab that was opened before there was a record', () => {
  siteTest('shows the first edit of another tab', async ({ openEngine }) => {
    const { page } = await openEngine('en', { backend: 'cpu' });
    const other = await page.context().newPage();
    await other.goto(page.url());
    await writeCell(page, 'first', '6 * 8');
    await expect.poll(() => readCell(other, 'first')).toBe('6 * 8');
  });
});

describe('a database connection that was closed', () => {
  siteTest('is reopened: edits after the site’s data was cleared are stored', async ({ openEngine }) => {
    const { page, site } = await openEngine('en', { backend: 'cpu' });
    await writeCell(page, 'first', '6 * 8');
    await expect.poll(() => storedSource(page, engineLesson, 'first')).toBe('6 * 8');
    const session = await page.context().newCDPSession(page);
    await session.send('Storage.clearDataForOrigin', { origin: site, storageTypes: 'indexeddb' });
    expect(await storedSource(page, engineLesson, 'first')).toBeNull();
    await writeCell(page, 'second', '1 + 1');
    await expect.poll(() => storedSource(page, engineLesson, 'second')).toBe('1 + 1');
    await page.reload();
    await expect.poll(() => readCell(page, 'second')).toBe('1 + 1');
  });

  siteTest('by a later version of the course is reported', async ({ openEngine }) => {
    const { page } = await openEngine('es', { backend: 'cpu' });
    await writeCell(page, 'first', '6 * 8');
    await expect.poll(() => storedSource(page, engineLesson, 'first')).toBe('6 * 8');
    await upgradeRecord(page);
    await writeCell(page, 'first', '6 * 9');
    await page.getByText('Esta pestaña tiene abierta una versión anterior del curso').waitFor();
  });
});

siteTest(
  'a device without room for the first edit is reported, and stores all edits once there is room',
  async ({ openEngine }) => {
    const { page } = await openEngine('en', { backend: 'cpu' });
    await limitRoom(page);
    await page.reload();
    await page.evaluate(() => {
      window.isDeviceFull = true;
    });
    await writeCell(page, 'first', '6 * 8');
    await page.getByText('This device has no room left').waitFor();
    await page.getByRole('button', { name: 'Save what you did to a file' }).waitFor();
    await page.evaluate(() => {
      window.isDeviceFull = false;
    });
    await writeCell(page, 'second', '1 + 1');
    await page.getByText('Saving works again').waitFor();
    await page.getByRole('button', { name: 'Save what you did to a file' }).waitFor({ state: 'detached' });
    await page.reload();
    await expect.poll(() => readCell(page, 'first')).toBe('6 * 8');
    await expect.poll(() => readCell(page, 'second')).toBe('1 + 1');
  },
);

describe('the page of progress', () => {
  const name = (page: Page) => page.locator('[data-learner-name]');

  siteTest(
    'stores the name as it is typed, and is disabled until it shows the stored one',
    async ({ open }) => {
      const { page } = await open(progressPath.en);
      await name(page).click();
      await page.keyboard.type('Ana Núñez');
      await expect.poll(() => storedName(page)).toBe('Ana Núñez');
      await delayRecord(page);
      await page.reload();
      expect(await name(page).isDisabled()).toBe(true);
      await arriveRecord(page);
      await expect.poll(() => name(page).inputValue()).toBe('Ana Núñez');
      expect(await name(page).isDisabled()).toBe(false);
    },
  );

  siteTest(
    'exports on a new connection, and reports why a hand-in and an export cannot be made',
    async ({ openEngine }) => {
      const { page, site } = await openEngine('en', { backend: 'cpu' });
      await openProgress(page, 'en');
      await name(page).fill('Ana');
      const session = await page.context().newCDPSession(page);
      await session.send('Storage.clearDataForOrigin', { origin: site, storageTypes: 'indexeddb' });
      expect((await downloadBy(page, 'Export to a file')).name).toMatch(/^deshielo-progress-/);
      await upgradeRecord(page);
      for (const button of ['Export to a file', 'Download the hand-in']) {
        await said(page).evaluate((place) => place.replaceChildren());
        await page.getByRole('button', { name: button, exact: true }).click();
        await expect.poll(() => said(page).innerText()).toContain('Load the page again');
      }
    },
  );
});
