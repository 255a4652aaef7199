import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser, openPage } from '../support/browser.ts';
import { cell, readCell, status, writeCell } from '../support/lesson-page.ts';
import { downloadBy, openProgress, progressPath, said } from '../support/progress-page.ts';
import {
  arriveRecord,
  delayRecord,
  keptName,
  keptSource,
  limitRoom,
  upgradeRecord,
} from '../support/record-database.ts';

const lesson = '00-how-a-cell-works';
const path = '/en/lessons/how-a-cell-works/?backend=cpu';
const spanishPath = '/es/lecciones/como-funciona-una-celda/?backend=cpu';
const cameLate = 'Your saved code came in late';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** A learner who left this code in a cell yesterday. */
async function afterYesterday(id: string, source: string) {
  const { page: yesterday, close } = await openPage(browser, path);
  await writeCell(yesterday, id, source);
  await expect.poll(() => keptSource(yesterday, lesson, id)).toBe(source);
  const context = yesterday.context();
  await yesterday.close();
  return { context, close };
}

describe('a record that comes late', () => {
  it.each([
    'six-times-seven',
    'exercise-count-seats',
  ])('comes before a letter typed meanwhile: %s', async (id) => {
    const { context, close } = await afterYesterday(id, '// yesterday');
    const page = await context.newPage();
    await delayRecord(page);
    await page.goto(inject('site') + path);
    const authored = await readCell(page, id);
    await cell(page, id).locator('[data-code]').click();
    await cell(page, id).locator('.cm-content').click();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type('x');
    await expect.poll(() => readCell(page, id)).toBe(`${authored}x`);

    await arriveRecord(page);
    await expect.poll(() => readCell(page, id)).toBe('// yesterday');
    await page.getByText(cameLate).waitFor();
    expect(await keptSource(page, lesson, id)).toBe('// yesterday');

    await cell(page, id).locator('.cm-content').focus();
    await page.keyboard.press('ControlOrMeta+z');
    expect(await readCell(page, id)).toBe(`${authored}x`);
    await expect.poll(() => keptSource(page, lesson, id)).toBe(`${authored}x`);
    await close();
  });

  it('is waited for by a run, which Stop ends', async () => {
    const { context, close } = await afterYesterday('six-times-seven', '6 * 9');
    const page = await context.newPage();
    await delayRecord(page);
    await page.goto(inject('site') + path);
    const run = cell(page, 'six-times-seven').getByRole('button', { name: 'Run', exact: true });
    const stop = cell(page, 'six-times-seven').getByRole('button', { name: 'Stop', exact: true });
    await run.click();
    await status(page, 'six-times-seven', 'queued');
    await stop.click();
    await run.click();
    await arriveRecord(page);
    await status(page, 'six-times-seven', 'done');
    expect(await readCell(page, 'six-times-seven')).toBe('6 * 9');
    expect(await cell(page, 'six-times-seven').locator('[data-cell-output]').innerText()).toBe('54');
    expect(await page.locator('[data-notices]').innerText()).toBe('');
    await close();
  });
});

describe('a tab that was opened before there was a record', () => {
  it('shows what the first edit of another tab keeps', async () => {
    const { page, close } = await openPage(browser, path);
    const other = await page.context().newPage();
    await other.goto(page.url());
    await writeCell(page, 'six-times-seven', '6 * 8');
    await expect.poll(() => readCell(other, 'six-times-seven')).toBe('6 * 8');
    await close();
  });
});

describe('a connection that has ended', () => {
  it('is opened again: what is edited after the site’s data was cleared is kept', async () => {
    const { page, close } = await openPage(browser, path);
    await writeCell(page, 'six-times-seven', '6 * 8');
    await expect.poll(() => keptSource(page, lesson, 'six-times-seven')).toBe('6 * 8');
    const session = await page.context().newCDPSession(page);
    await session.send('Storage.clearDataForOrigin', { origin: inject('site'), storageTypes: 'indexeddb' });
    expect(await keptSource(page, lesson, 'six-times-seven')).toBeNull();
    await writeCell(page, 'shared-names', '1 + 1');
    await expect.poll(() => keptSource(page, lesson, 'shared-names')).toBe('1 + 1');
    await page.reload();
    await expect.poll(() => readCell(page, 'shared-names')).toBe('1 + 1');
    await close();
  });

  it('for a later version of the course says so', async () => {
    const { page, close } = await openPage(browser, spanishPath);
    await writeCell(page, 'six-times-seven', '6 * 8');
    await expect.poll(() => keptSource(page, lesson, 'six-times-seven')).toBe('6 * 8');
    await upgradeRecord(page);
    await writeCell(page, 'six-times-seven', '6 * 9');
    await page.getByText('Esta pestaña tiene abierta una versión anterior del curso').waitFor();
    await close();
  });
});

it('a device without room for the first edit is told of, and keeps all of it once there is', async () => {
  const { page, close } = await openPage(browser, path);
  await limitRoom(page);
  await page.reload();
  await page.evaluate(() => {
    window.isDeviceFull = true;
  });
  await writeCell(page, 'six-times-seven', '6 * 8');
  await page.getByText('This device has no room left').waitFor();
  await page.getByRole('button', { name: 'Save what you did to a file' }).waitFor();
  await page.evaluate(() => {
    window.isDeviceFull = false;
  });
  await writeCell(page, 'shared-names', '1 + 1');
  await page.getByText('Saving works again').waitFor();
  await page.getByRole('button', { name: 'Save what you did to a file' }).waitFor({ state: 'detached' });
  await page.reload();
  await expect.poll(() => readCell(page, 'six-times-seven')).toBe('6 * 8');
  await expect.poll(() => readCell(page, 'shared-names')).toBe('1 + 1');
  await close();
});

describe('the page of progress', () => {
  const name = (page: Page) => page.locator('[data-learner-name]');

  it('keeps the name as it is typed, and takes none before it has shown that', async () => {
    const { page, close } = await openPage(browser, progressPath.en);
    await name(page).click();
    await page.keyboard.type('Ana Núñez');
    await expect.poll(() => keptName(page)).toBe('Ana Núñez');
    await delayRecord(page);
    await page.reload();
    expect(await name(page).isDisabled()).toBe(true);
    await arriveRecord(page);
    await expect.poll(() => name(page).inputValue()).toBe('Ana Núñez');
    expect(await name(page).isDisabled()).toBe(false);
    await close();
  });

  it('says why a hand-in and an export cannot be made, or makes them on a new connection', async () => {
    const { page, close } = await openPage(browser, path);
    await openProgress(page, 'en');
    await name(page).fill('Ana');
    const session = await page.context().newCDPSession(page);
    await session.send('Storage.clearDataForOrigin', { origin: inject('site'), storageTypes: 'indexeddb' });
    expect((await downloadBy(page, 'Export to a file')).name).toMatch(/^deshielo-progress-/);
    await upgradeRecord(page);
    for (const button of ['Export to a file', 'Download the hand-in']) {
      await said(page).evaluate((place) => place.replaceChildren());
      await page.getByRole('button', { name: button, exact: true }).click();
      await expect.poll(() => said(page).innerText()).toContain('Load the page again');
    }
    await close();
  });
});
