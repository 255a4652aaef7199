import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { violations } from '../support/axe.ts';
import type { SitePage } from '../support/browser.ts';
import { readCell, runCell, writeCell } from '../support/lesson-page.ts';
import {
  chooseText,
  downloadBy,
  exported,
  openProgress,
  progressPath,
  said,
  sampleFile,
} from '../support/progress-page.ts';
import { sampleRecord } from '../support/sample-record.ts';
import { type OpenOptions, type SiteFixtures, siteTest } from '../support/site-test.ts';
import { waitForEdit, waitForRecord } from '../support/stored-record.ts';

const folder0 = '00-how-a-cell-works';
const lesson0 = '/en/lessons/how-a-cell-works/';

/** Opens the progress page and imports the sample into it. */
async function openWithSample(open: SiteFixtures['open'], options: OpenOptions = {}): Promise<SitePage> {
  const opened = await open(progressPath.en, options);
  await opened.page.locator('[data-progress][data-mounted]').waitFor();
  await chooseText(opened.page, 'import', sampleFile);
  await press(opened.page, 'Merge it with what is here');
  await expect.poll(() => said(opened.page).innerText()).toBe('The file is merged with what was here.');
  return opened;
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

describe('the progress page', () => {
  siteTest('counts the cells of a lesson by outcome, and links to the place last read', async ({ open }) => {
    const { page } = await open(`${lesson0}?backend=cpu`);
    expect(await page.locator('[data-go-on]').isVisible()).toBe(false);
    await runCell(page, 'en', 'six-times-seven');
    await page.mouse.move(20, 20);
    await writeCell(page, 'shared-names', '1 +');
    await runCell(page, 'en', 'shared-names', 'failed');
    await waitForEdit(page, 'shared-names', '1 +', folder0);
    await waitForRecord(page, ['cells', folder0, 'shared-names'], { outcome: 'failed' });
    await waitForRecord(page, ['places', folder0, '']);
    for (const step of ['run', 'break']) await waitForRecord(page, ['steps', folder0, step]);
    await openProgress(page, 'en');
    const lesson = page.locator('.lesson').first();
    expect(await lesson.locator('[data-share=cells] [data-count]').innerText()).toBe('1 of 4');
    expect(await lesson.locator('[data-share=steps] [data-count]').innerText()).toBe('2 of 6');
    await lesson.locator('summary').click();
    const state = (id: string) => lesson.locator(`[data-part="${id}"] [data-state]`).innerText();
    expect(await state('six-times-seven')).toBe('run');
    expect(await state('shared-names')).toBe('did not get to its end, edited');
    expect(await state('still-there')).toBe('');

    const link = page.locator('[data-go-on]');
    await link.waitFor();
    expect(await link.getAttribute('href')).toMatch(new RegExp(`^${lesson0}#.`));
    await page.goto(new URL('/es/', page.url()).href);
    const offer = page.getByRole('link', { name: 'Seguir donde estabas: Cómo funciona una celda' });
    await offer.click();
    await page.locator('[data-step=run][data-taken]').waitFor();
    expect(page.url()).toMatch(/\/es\/lecciones\/como-funciona-una-celda\/#/);
    expect(
      await page.evaluate(() => document.querySelector(decodeURIComponent(location.hash))?.id),
    ).toBeDefined();
    await page.locator('[data-step=break][data-taken]').waitFor();
    expect(await readCell(page, 'shared-names')).toBe('1 +');
  });

  siteTest('clears a part, a lesson and everything by keyboard, and undoes each', async ({ open }) => {
    const { page } = await openWithSample(open);
    let complete = (await exported(page)).record;
    const lesson = page.locator('.lesson', { hasText: 'Lesson 3' });
    await lesson.locator('summary').focus();
    await page.keyboard.press('Enter');
    const steps = [
      [
        'Clear what you did in freeze.ts',
        { cells: [], edits: [] },
        'What you did in freeze.ts is cleared.',
        'Undone: what you did in freeze.ts is back.',
      ],
      [
        /^Clear what you did in this lesson Lesson 3/,
        { cells: [], edits: [], items: [], runs: [], places: [] },
        /^What you did in Lesson 3: .+ is cleared\.$/,
        /^Undone: what you did in Lesson 3: .+ is back\.$/,
      ],
      [
        'Clear all of my progress',
        { cells: [], edits: [], items: [], runs: [], places: [], steps: [], drawings: [], learner: [] },
        'All of your progress is cleared.',
        'Undone: all of your progress is back.',
      ],
    ] as const;
    for (const [name, gone, words, undone] of steps) {
      const clear = async () => {
        await page.getByRole('button', { name }).focus();
        await page.keyboard.press('Enter');
        await expect.poll(() => said(page).innerText()).toMatch(words);
      };
      await clear();
      // The pressed button is gone, and the focus is on Undo.
      await page.keyboard.press('Enter');
      await expect.poll(() => said(page).innerText()).toMatch(undone);
      expect((await exported(page)).record).toEqual(complete);
      await clear();
      expect((await exported(page)).record).toEqual({ ...complete, ...gone });
      await chooseText(page, 'import', sampleFile);
      await press(page, 'Replace what is here');
      await expect.poll(() => said(page).innerText()).toContain('replaced');
      // Imported attempts are marked with the time of the import.
      complete = (await exported(page)).record;
    }
  });

  siteTest.for([
    ['es', 'light', 1280],
    ['en', 'dark', 390],
  ] as const)(
    'has no axe violation with everything open (%s, %s, %i px)',
    async ([language, colorScheme, width], { open }) => {
      const { page } = await openWithSample(open, { colorScheme, viewport: { width, height: 850 } });
      const handIn = await (async () => {
        await page.getByRole('textbox', { name: 'Your name' }).fill('Ana');
        return downloadBy(page, 'Download the hand-in');
      })();
      await openProgress(page, language);
      for (const summary of await page.locator('summary').all()) await summary.click();
      await chooseText(page, 'verify', handIn.text);
      await page.locator('details[data-seal=fits]').waitFor();
      for (const summary of await page.locator('[data-verified] summary').all()) await summary.click();
      await chooseText(page, 'import', sampleFile);
      await page.locator('[data-import-choice]:not([hidden])').waitFor();
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    },
  );
});

describe('import', () => {
  siteTest(
    'refuses damaged, foreign and newer files with the place of the fault, and changes nothing',
    async ({ open }) => {
      const { page } = await openWithSample(open);
      const before = (await exported(page)).record;
      for (const [text, words] of [
        [
          sampleFile.slice(0, sampleFile.length / 2),
          /^The file is damaged or incomplete: .* near line \d+\. Nothing/,
        ],
        [
          sampleFile.replace('"verdict": "correct"', '"verdict": "perfect"'),
          /damaged at record\.items\.0\.attempts\.2\.verdict: expected .*"correct".*, found "perfect"\. Nothing/,
        ],
        ['{"cells": [], "nbformat": 4}', /^That file is not one of Deshielo’s\. Nothing/],
        [sampleFile.replace('"version": 3', '"version": 12'), /newer version of the course \(12\)/],
      ] as const) {
        await chooseText(page, 'import', text);
        await expect.poll(() => said(page).innerText()).toMatch(words);
        expect(await page.locator('[data-import-choice]').isVisible()).toBe(false);
        expect((await exported(page)).record).toEqual(before);
      }
    },
  );

  siteTest('replaces the stored record on request, and can be undone', async ({ open }) => {
    const { page } = await open(`${lesson0}?backend=cpu`);
    await writeCell(page, 'six-times-seven', '6 * 9');
    await waitForEdit(page, 'six-times-seven', '6 * 9', folder0);
    await openProgress(page, 'en');
    const before = (await exported(page)).record;
    expect(before.edits.map(({ source }) => source)).toEqual(['6 * 9']);
    await chooseText(page, 'import', sampleFile);
    await expect
      .poll(() => page.locator('[data-import-found]').innerText())
      .toMatch(
        /^The file is of November 24, 2026.* and brings 1 edited cell, 2 answers, 1 training, and 1 drawing\. Its seal fits/,
      );
    await press(page, 'Replace what is here');
    await expect.poll(() => said(page).innerText()).toBe('The file has replaced what was here.');
    // Replacing the record again would now remove a drawing.
    const withoutDrawings = JSON.parse(sampleFile);
    delete withoutDrawings.record.drawings;
    await chooseText(page, 'import', JSON.stringify(withoutDrawings));
    await expect
      .poll(() => page.locator('[data-import-found]').innerText())
      .toContain('brings 1 edited cell, 2 answers, 1 training, and no drawings.');
    await press(page, 'Cancel');
    await press(page, 'Undo');
    await expect.poll(() => said(page).innerText()).toBe('Undone: what was here before the file is back.');
    expect((await exported(page)).record).toEqual(before);
  });
});

describe('a hand-in', () => {
  siteTest.for([
    ['with the browser’s digest', false],
    ['with the course’s digest, as over plain http', true],
  ] as const)('holds what is stored, and a change in it is detected (%s)', async ([, isPlain], { open }) => {
    const { page } = await openWithSample(open);
    if (isPlain) {
      await page.addInitScript(() => Object.defineProperty(crypto, 'subtle', { value: undefined }));
      await openProgress(page, 'en');
      expect(await page.evaluate(() => typeof crypto.subtle)).toBe('undefined');
    }
    await page.getByRole('textbox', { name: 'Your name' }).fill('');
    await press(page, 'Download the hand-in');
    await expect.poll(() => said(page).innerText()).toBe('Write your name: it goes inside the hand-in.');
    await page.getByRole('textbox', { name: 'Your name' }).fill('Eva Ruiz');
    const { name, text } = await downloadBy(page, 'Download the hand-in');
    expect(name).toMatch(/^deshielo-hand-in-eva-ruiz-\d{4}-\d\d-\d\d\.json$/);
    const content = JSON.parse(text);
    expect(content.name).toBe('Eva Ruiz');
    expect(content.record.items).toHaveLength(sampleRecord.items.length);
    expect(content.digest.value).toMatch(/^[0-9a-f]{64}$/);

    const verified = page.locator('[data-verified]');
    const summary = page.locator('[data-verified-said]');
    await chooseText(page, 'verify', text);
    await expect.poll(() => summary.innerText()).toBe('1 hand-in read. Every seal holds.');
    await verified.locator('summary', { hasText: 'Eva Ruiz' }).click();
    await expect
      .poll(() => verified.innerText())
      .toMatch(/The seal holds.*By Eva Ruiz, made on .*Lesson 3.*cells 1 of \d+/s);
    await chooseText(page, 'verify', text.replace('Eva Ruiz', 'Ana Ruiz'));
    await expect.poll(() => summary.innerText()).toBe('1 hand-in read. 1 seal does not hold.');
    await chooseText(page, 'verify', text.replace('"incorrect"', '"correct"'));
    await verified.locator('details[data-seal=broken]').waitFor();
    await chooseText(page, 'verify', sampleFile);
    await expect.poll(() => summary.innerText()).toBe('No hand-in was read. 1 file could not be read.');
    expect(await verified.innerText()).toContain('calls itself “deshielo-progress”');

    await page.reload();
    await page.locator('[data-progress][data-mounted]').waitFor();
    expect(await page.getByRole('textbox', { name: 'Your name' }).inputValue()).toBe('Eva Ruiz');
  });
});
