import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { writeHandIn } from '../../src/lessons-runtime/progress/files/hand-in-file.ts';
import { emptyRecord } from '../../src/lessons-runtime/progress/record/record-tables.ts';
import type { ItemRecord } from '../../src/lessons-runtime/progress/record/record-types.ts';
import { markSolutionSeen } from '../../src/lessons-runtime/progress/record/solution-seen.ts';
import { violations } from '../support/axe.ts';
import { runCell, writeCell } from '../support/lesson-page.ts';
import {
  chooseText,
  downloadBy,
  openProgress,
  progressPath,
  said,
  sampleFile,
} from '../support/progress-page.ts';
import { siteTest } from '../support/site-test.ts';

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const summaryOf = (page: Page) => page.locator('[data-verified-said]').innerText();
const mounted = '[data-progress][data-mounted]';

const lesson = '00-how-a-cell-works';
const solved = (id: string, at: number, answer: string): ItemRecord => ({
  lesson,
  item: `exercise/${id}`,
  attempts: [
    { at, answer: 'rows + seats', verdict: 'incorrect', stage: 'checked', message: 'added' },
    { at: at + 1000, answer, verdict: 'correct', stage: 'checked', message: 'correct' },
  ],
  hints: 1,
  isSolutionSeen: false,
});

async function handIn(name: string, ...items: readonly ItemRecord[]) {
  const text = await writeHandIn({
    name,
    at: Date.UTC(2026, 10, 24, 15),
    record: { ...emptyRecord, items },
    // The scores in a file are ignored.
    scores: [],
  });
  return { name: `${name}.json`, mimeType: 'application/json', buffer: Buffer.from(text) };
}

async function classOfThree() {
  const ana = [
    solved('count-seats', 1000, 'rows * seats'),
    solved('empty-room', 9000, 'const medidas = [rows, seats];\nconst vacia = tf.fill(medidas, 0);\nvacia;'),
  ];
  const copied = ana.map((item) => ({
    ...item,
    attempts: item.attempts.map((attempt) => ({ ...attempt, at: attempt.at + 77 })),
  }));
  const [first = solved('count-seats', 0, '')] = copied;
  return [
    await handIn('Ana <b>Núñez</b>', ...ana),
    await handIn('Eva', markSolutionSeen(first, 50), ...copied.slice(1)),
    await handIn('Leo', solved('count-seats', 5000, 'seats * rows')),
  ];
}

describe('a class', () => {
  siteTest('is shown as a table of results and of hand-ins that are too similar', async ({ open }) => {
    const { page } = await open(progressPath.en);
    await page.locator(mounted).waitFor();
    const notOne = { name: 'cat.json', mimeType: 'application/json', buffer: Buffer.from('{') };
    await page.locator('[data-verify]').setInputFiles([...(await classOfThree()), notOne]);
    await expect
      .poll(() => summaryOf(page))
      .toBe('3 hand-ins read. Every seal holds. Too much alike: 2. 1 file could not be read.');
    const rows = await page
      .locator('.class-table tbody tr')
      .evaluateAll((lines) => lines.map((line) => [...line.children].map((cell) => cell.textContent)));
    expect(rows.map(([name, , ...facts]) => [name, facts[0], facts[3], facts[4]])).toEqual([
      ['Ana <b>Núñez</b>', '2 of 17', '0', '✓ holds'],
      ['Eva', '2 of 17', '1', '✓ holds'],
      ['Leo', '1 of 17', '0', '✓ holds'],
    ]);
    expect(rows[0]?.at(-1)).toBe('The same code as Eva, written as hardly anyone else does, in 1 exercise.');
    expect(rows[2]?.at(-1)).toBe('');

    const eva = page.locator('.handed-in', { hasText: 'Eva' }).last();
    await page.locator('.handed-in > summary', { hasText: 'Eva' }).focus();
    await page.keyboard.press('Enter');
    const item = page.locator('.handed-in[open] [data-handed-in="exercise/count-seats"]');
    expect(await item.locator('.part-name').innerText()).toBe('Count the seats');
    expect(await item.locator('.part-state').innerText()).toBe('right, at try 2, solution seen, 1 hint');
    expect(await item.locator('pre').isVisible()).toBe(false);
    await item.locator('summary').focus();
    await page.keyboard.press('Enter');
    expect(await item.locator('pre').innerText()).toBe('rows * seats');
    expect(await eva.count()).toBe(1);

    const { name, text } = await downloadBy(page, 'Save the table (CSV)');
    expect(name).toMatch(/^deshielo-class-\d{4}-\d\d-\d\d\.csv$/);
    const lines = text.trim().split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/Name,File,Made on,Exercises,of,Questions,of,At the first try/);
    expect(lines[2]).toMatch(/^Eva,Eva\.json,2026-11-24T15:00:00\.000Z,2,17,0,\d+,0,1,2,0,✓ holds,/);
  });

  siteTest.for([
    ['es', 'dark', 390],
    ['en', 'light', 1280],
  ] as const)(
    'fits the page, with no axe violation (%s, %s, %i px)',
    async ([language, colorScheme, width], { open }) => {
      const { page } = await open(progressPath[language], {
        colorScheme,
        viewport: { width, height: 850 },
      });
      await page.locator(mounted).waitFor();
      await page.locator('[data-verify]').setInputFiles(await classOfThree());
      await page.locator('.class-table').waitFor();
      for (const summary of await page.locator('[data-verified] .handed-in > summary').all())
        await summary.click();
      for (const summary of await page.locator('[data-verified] .handed-in-code > summary').all())
        await summary.click();
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    },
  );
});

describe('a class with damaged files', () => {
  siteTest.for([
    [
      'es',
      390,
      {
        unreadable: /El navegador no puede leer el archivo/,
        long: /su longitud es 3\.000\.000/,
        date: /se esperaba una fecha y hay 1e\+300/,
      },
    ],
    [
      'en',
      1280,
      {
        unreadable: /The browser cannot read the file/,
        long: /its length is 3,000,000/,
        date: /expected a date, found 1e\+300/,
      },
    ],
  ] as const)(
    'shows the others, and each damaged file with the reason (%s, %i px)',
    async ([language, width, reasons], { open }) => {
      const { page } = await open(progressPath[language], {
        viewport: { width, height: 850 },
      });
      // As of a file on a USB stick that was removed.
      await page.addInitScript(() => {
        const read = Blob.prototype.text;
        Blob.prototype.text = function () {
          const isGone = this instanceof File && this.name === 'stick.json';
          return isGone ? Promise.reject(new DOMException('gone', 'NotReadableError')) : read.call(this);
        };
      });
      await openProgress(page, language);
      const longest = 'W'.repeat(200);
      const [ana, eva, leo] = await classOfThree();
      const sound = leo?.buffer.toString() ?? '';
      const damaged = (name: string, text: string) => ({
        name: `${name}.json`,
        mimeType: 'application/json',
        buffer: Buffer.from(text),
      });
      const files = [
        damaged('stick', sound),
        ...(ana === undefined ? [] : [ana]),
        damaged('name', sound.replace('"Leo"', `"${'n'.repeat(3e6)}"`)),
        damaged('date', sound.replace(/"at": "2026[^"]+"/, '"at": 1e300')),
        damaged(
          'deep',
          sound.replace('"format"', `"more": ${'['.repeat(8000)}${']'.repeat(8000)}, "format"`),
        ),
        damaged('far', sound.replace(/"at": "1970[^"]+"/, '"at": 8640000000000001')),
        damaged('count', sound.replace('"hints": 1', '"hints": 9007199254740991')),
        damaged('format', `{"format": "${'f'.repeat(1e6)}"}`),
        damaged('w'.repeat(240), '{'),
        ...(eva === undefined ? [] : [eva]),
        await handIn(longest, solved('count-seats', 5000, longest)),
      ];
      await page.locator('[data-verify]').setInputFiles(files);
      const rows = page.locator('.class-table tbody tr');
      await rows.first().waitFor();
      expect(await rows.locator('th').allInnerTexts()).toEqual(['Ana <b>Núñez</b>', 'Eva', longest]);
      const refused = page.locator('[data-refused]');
      expect(
        await refused.evaluateAll((each) => each.map((one) => one.getAttribute('data-refused'))),
      ).toEqual(
        ['stick', 'name', 'date', 'deep', 'far', 'count', 'format', 'w'.repeat(240)].map(
          (name) => `${name}.json`,
        ),
      );
      const texts = await refused.allInnerTexts();
      expect(texts[0]).toMatch(reasons.unreadable);
      expect(texts[1]).toMatch(reasons.long);
      expect(texts[2]).toMatch(reasons.date);
      await page.locator('.handed-in > summary').last().click();
      await page.locator('.handed-in[open] .handed-in-code > summary').click();
      await page.locator('.handed-in[open] pre').waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);

      // An import reports the same.
      await page.locator('[data-import]').setInputFiles(damaged('stick', sound));
      await expect.poll(() => said(page).innerText()).toMatch(reasons.unreadable);
      await chooseText(page, 'import', sampleFile.replace(/"at": "[^"]+"/, '"at": 1e300'));
      await expect.poll(() => said(page).innerText()).toMatch(reasons.date);
    },
  );

  siteTest(
    'reports that its script could not be loaded, and is shown after another try',
    async ({ open }) => {
      const { page } = await open(progressPath.en, { expectedErrors: /^Failed to load resource/ });
      await page.locator(mounted).waitFor();
      const rejected: string[] = [];
      page.on('pageerror', ({ message }) => rejected.push(message));
      await page.route(/show-class/, (route) => route.abort());
      await page.locator('[data-verify]').setInputFiles(await classOfThree());
      await page.locator('[data-verified] [data-part-failed]').waitFor();
      await page.unroute(/show-class/);
      await page.locator('[data-verified]').getByRole('button', { name: 'Try again' }).click();
      await page.locator('.class-table').waitFor();
      expect(rejected).toEqual([]);
    },
  );
});

describe('work from a file', () => {
  siteTest('is marked as imported, also in the hand-in', async ({ open }) => {
    const { page } = await open(progressPath.en);
    await page.locator(mounted).waitFor();
    await chooseText(page, 'import', sampleFile.replace('"verdict": "incorrect"', '"verdict": "correct"'));
    await expect
      .poll(() => page.locator('[data-import-found]').innerText())
      .toContain('Its seal does not fit: someone changed something');
    await press(page, 'Merge it with what is here');
    await expect.poll(() => said(page).innerText()).toContain('merged');
    await page.getByRole('textbox', { name: 'Your name' }).fill('Eva');
    const { text } = await downloadBy(page, 'Download the hand-in');
    await expect
      .poll(() => said(page).innerText())
      .toContain('It says that 4 tries came from an imported file.');
    await chooseText(page, 'verify', text);
    await expect
      .poll(() => page.locator('.class-table [data-noticed]').last().innerText())
      .toMatch(/^4 tries were imported on .* from the file “file\.json”, whose seal did not fit\.$/);
  });
});

describe('Undo', () => {
  siteTest('undoes step by step and reports what it restores', async ({ open }) => {
    const { page } = await open(progressPath.en);
    await page.locator(mounted).waitFor();
    await chooseText(page, 'import', sampleFile);
    await press(page, 'Merge it with what is here');
    const row = page.locator('.lesson', { hasText: 'Lesson 3' });
    await row.locator('summary').click();
    await row.getByRole('button', { name: 'Clear what you did in freeze.ts' }).click();
    await expect.poll(() => said(page).innerText()).toContain('freeze.ts is cleared');
    await press(page, 'Clear all of my progress');
    await expect.poll(() => said(page).innerText()).toBe('All of your progress is cleared.');
    const steps = [
      'Undone: all of your progress is back.',
      'Undone: what you did in freeze.ts is back.',
      'Undone: what the file brought is gone again.',
    ];
    for (const step of steps) {
      await press(page, 'Undo');
      await expect.poll(() => said(page).innerText()).toBe(step);
    }
    expect(await page.locator('[data-action=undo]').isVisible()).toBe(false);
  });
});

describe('in a browser that stores nothing', () => {
  siteTest('a lesson offers the work as a file, which can be handed in', async ({ open }) => {
    const { page } = await open('/en/');
    await page.addInitScript(() => Object.defineProperty(globalThis, 'indexedDB', { value: undefined }));
    await page.goto(new URL('/en/lessons/how-a-cell-works/?backend=cpu', page.url()).href);
    await writeCell(page, 'six-times-seven', '6 * 9');
    await runCell(page, 'en', 'six-times-seven');
    await page.mouse.move(20, 20);
    await page.getByText('Save it to a file before you leave').waitFor();
    // An edit is saved a moment after it is typed.
    let text = '';
    await expect
      .poll(async () => {
        text = (await downloadBy(page, 'Save what you did to a file')).text;
        return text;
      })
      .toMatch(/6 \* 9[\s\S]*"outcome": "done"|"outcome": "done"[\s\S]*6 \* 9/);

    await openProgress(page, 'en');
    expect(await page.locator('[data-keeping]').innerText()).toContain(
      'Each lesson offers to save it to a file',
    );
    await chooseText(page, 'import', text);
    await press(page, 'Merge it with what is here');
    await expect
      .poll(() =>
        page.locator('.lesson').first().locator('[data-part=six-times-seven] [data-state]').textContent(),
      )
      .toBe('run, edited');
    await page.getByRole('textbox', { name: 'Your name' }).fill('Eva');
    const handedIn = JSON.parse((await downloadBy(page, 'Download the hand-in')).text);
    expect(handedIn.record.edits.map(({ source }: { source: string }) => source)).toEqual(['6 * 9']);
  });
});
