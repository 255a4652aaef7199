import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { announced, listen } from '../support/announcements.ts';
import { writeCell } from '../support/lesson-page.ts';
import { chooseText, downloadBy, openProgress, sampleFile } from '../support/progress-page.ts';
import { siteTest } from '../support/site-test.ts';

const lesson = '/en/lessons/how-a-cell-works/';

/** Opens the progress page and imports an entry of every type. */
async function openWithSample(page: Page): Promise<void> {
  await openProgress(page, 'en');
  await chooseText(page, 'import', sampleFile);
  await press(page, 'Replace what is here');
  await announced(page);
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

siteTest(
  'announces each export, import, clearing, undoing and hand-in once, and nothing when the page loads',
  async ({ open }) => {
    const { page } = await open('/en/');
    await listen(page);
    await openWithSample(page);
    await openProgress(page, 'en');
    expect(await announced(page)).toEqual([]);

    await downloadBy(page, 'Export to a file');
    expect(await announced(page, 1)).toEqual([
      expect.stringMatching(/^Saved to the file deshielo-progress.*\.json\.$/),
    ]);
    // The focus moves to the description of the file, which a screen reader reads.
    await chooseText(page, 'import', sampleFile);
    await page.locator('[data-import-found]:focus').waitFor();
    expect(await announced(page)).toEqual([]);
    await press(page, 'Merge');
    expect(await announced(page, 1)).toEqual(['The file is merged with what was here.']);
    for (const _ of ['first', 'again']) {
      await chooseText(page, 'import', '{ "half": ');
      expect(await announced(page, 1)).toEqual([expect.stringMatching(/./)]);
    }

    await page.locator('.lesson', { hasText: 'Lesson 3' }).locator('summary').click();
    await press(page, 'Clear what you did in freeze.ts');
    expect(await announced(page, 1)).toEqual(['What you did in freeze.ts is cleared.']);
    await press(page, 'Undo');
    expect(await announced(page, 1)).toEqual(['Undone: what you did in freeze.ts is back.']);
    await press(page, /^Clear what you did in this lesson Lesson 3/);
    expect(await announced(page, 1)).toEqual([
      expect.stringMatching(/^What you did in Lesson 3: .+ is cleared\.$/),
    ]);

    const name = page.getByRole('textbox', { name: 'Your name' });
    await name.fill('');
    await press(page, 'Download the hand-in');
    expect(await announced(page, 1)).toEqual(['Write your name: it goes inside the hand-in.']);
    await name.fill('Ana');
    const handIn = await downloadBy(page, 'Download the hand-in');
    expect(await announced(page, 1)).toEqual([
      expect.stringMatching(/^Hand-in saved to the file .+ Send it to your teacher\.$/),
    ]);
    await chooseText(page, 'verify', handIn.text);
    expect(await announced(page, 1)).toEqual(['1 hand-in read. Every seal holds.']);
    await chooseText(page, 'verify', handIn.text.replace('Ana', 'Eva'));
    expect(await announced(page, 1)).toEqual(['1 hand-in read. 1 seal does not hold.']);
  },
);

siteTest(
  'announces once that a damaged record was put aside, and that it is deleted; the focus stays on the page',
  async ({ open }) => {
    const { page } = await open('/en/');
    await listen(page);
    await openWithSample(page);
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const opening = indexedDB.open('deshielo');
          opening.onsuccess = () => {
            const writing = opening.result.transaction('records', 'readwrite');
            writing
              .objectStore('records')
              .put({ broken: true }, ['edits', '00-how-a-cell-works', 'six-times-seven']);
            writing.oncomplete = () => {
              opening.result.close();
              resolve();
            };
          };
        }),
    );
    await openProgress(page, 'en');
    expect(await announced(page, 1)).toEqual([expect.stringMatching(/^Something that was saved is damaged/)]);
    await page.locator('[data-action=drop-aside]').press('Enter');
    expect(await announced(page, 1)).toEqual(['What was put aside is deleted.']);
    expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);
  },
);

siteTest.for([
  ['has no room', 'no room', /^This device has no room left/],
  ['stores nothing', 'no store', /^This browser does not let the page save/],
] as const)(
  'announces once in a lesson and on the progress page that the device %s',
  async ([, simulated, notice], { open }) => {
    const { page } = await open('/en/', { expectedErrors: /no room/ });
    await listen(page);
    await page.addInitScript((problem) => {
      if (problem === 'no room') {
        IDBObjectStore.prototype.put = () => {
          throw new DOMException('no room', 'QuotaExceededError');
        };
      } else {
        IDBFactory.prototype.open = () => {
          throw new DOMException('refused', 'SecurityError');
        };
      }
    }, simulated);
    await page.goto(new URL(lesson, page.url()).href);
    await writeCell(page, 'six-times-seven', '6 * 8');
    await page
      .locator('[data-notices]')
      .getByText(/no room|let the page save/)
      .waitFor();
    await writeCell(page, 'six-times-seven', '6 * 9');
    expect((await announced(page)).filter((text) => /save/.test(text))).toEqual([
      expect.stringMatching(notice),
    ]);

    if (simulated !== 'no room') return;
    await openProgress(page, 'en');
    await chooseText(page, 'import', sampleFile);
    await press(page, 'Replace what is here');
    expect(await announced(page, 1)).toEqual([expect.stringMatching(notice)]);
  },
);
