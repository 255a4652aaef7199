import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Language, languages } from '../../src/lessons-runtime/shared/language.ts';
import { violations } from '../support/axe.ts';
import { launchBrowser, offOrigin, openPage } from '../support/browser.ts';
import { check, comeTo, exercise, exerciseButtons, writeExercise } from '../support/exercise-page.ts';
import { type AuthoredExercise, authoredExercises } from '../support/exercises.ts';
import { button, buttons, cell, readCell, status } from '../support/lesson-page.ts';
import { lessonsUnderTest } from '../support/lessons.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

function pathOf(folder: string, language: string): string {
  const found = lessonsUnderTest.find((each) => each.folder === folder && each.language === language);
  if (found === undefined) throw new Error(`no lesson ${folder}`);
  return `${found.path}?backend=wasm`;
}

const first = { id: 'count-seats', path: pathOf('00-how-a-cell-works', 'en') };

describe('as a learner, in both languages at once: each computes on a core of its own', () => {
  it.each(authoredExercises)('fails and solves $lesson/$id', async (exercise) => {
    await Promise.all(languages.map((language) => failsAndSolves(exercise, language)));
  });

  async function failsAndSolves({ lesson, id, wrong, code }: AuthoredExercise, language: Language) {
    const { page, errors, requests, close } = await openPage(browser, pathOf(lesson, language));
    await comeTo(page, id);
    expect(await exercise(page, id).getAttribute('data-verdict')).toBe('unanswered');
    expect(await readCell(page, `exercise-${id}`)).toBe(code('starter', language));

    const [misconception = ''] = wrong;
    await writeExercise(page, id, code(`wrong/${misconception}`, language));
    expect(await check(page, id)).toMatchObject({ verdict: 'incorrect', kind: 'incorrect' });

    await writeExercise(page, id, code('solution', language));
    const solved = await check(page, id);
    expect(solved, solved.says).toMatchObject({ verdict: 'correct', kind: 'correct' });
    expect(offOrigin(requests)).toEqual([]);
    expect(errors).toEqual([]);
    await close();
  }
});

it('is done by keyboard only, from the editor to the verdict', async () => {
  const { page, close } = await openPage(browser, first.path);
  await comeTo(page, first.id);
  await cell(page, 'exercise-count-seats').locator('[data-code] pre').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await exercise(page, first.id).locator('.cm-content:focus').waitFor();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText('const total = rows * seats;');
  await page.keyboard.press('Escape');
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-action') ?? '');
  for (let tabs = 0; tabs < 6 && (await focused()) !== 'check'; tabs += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await exercise(page, first.id).locator('[data-exercise-feedback] p').first().waitFor({ timeout: 60_000 });
  expect(await exercise(page, first.id).getAttribute('data-verdict')).toBe('correct');
  expect(await focused()).toBe('check');
  await close();
});

it('keeps code, tries, hints and the seen solution over a reload, in either language', async () => {
  const { page, close } = await openPage(browser, first.path);
  await comeTo(page, first.id);
  const section = exercise(page, first.id);
  await writeExercise(page, first.id, 'const total = rows + seats;');
  await check(page, first.id);
  const compared = (await section.locator('[data-exercise-feedback] dd').allInnerTexts()).slice(1);
  await section.locator('[data-exercise-hint] summary').first().click();
  await section.locator('[data-exercise-hint]').nth(1).waitFor();
  await section.locator('[data-solution] summary').click();
  await section.getByRole('button', { name: exerciseButtons.en.show }).click();
  await section.getByText('solution seen').waitFor();

  await page.goto(new URL(pathOf('00-how-a-cell-works', 'es'), page.url()).href);
  await comeTo(page, first.id);
  expect(await section.getAttribute('data-verdict')).toBe('incorrect');
  expect(await section.locator('[data-exercise-state]').innerText()).toBe(
    'Todavía no · 1 intento · solución vista',
  );
  const feedback = section.locator('[data-exercise-feedback]');
  expect(await feedback.innerText()).toContain('Has sumado las filas');
  expect(await feedback.locator('dt').allInnerTexts()).toEqual(['Se probó', 'Se esperaba', 'Salió']);
  const [tested, expected, found] = await feedback.locator('dd').allInnerTexts();
  expect(tested).toBe('total en una sala al azar');
  expect([expected, found]).toEqual(compared);
  await expect.poll(() => readCell(page, 'exercise-count-seats')).toBe('const total = rows + seats;');
  expect(await section.locator('[data-exercise-hint]').nth(1).isVisible()).toBe(true);

  await writeExercise(page, first.id, 'const total = rows ** ____;');
  await check(page, first.id);
  await page.reload();
  await comeTo(page, first.id);
  await expect.poll(() => feedback.innerText()).toContain('Quedaba algún hueco');
  await close();
});

it('opens its hints one by one, and its solution after three honest tries', async () => {
  const { page, close } = await openPage(browser, first.path);
  await comeTo(page, first.id);
  const section = exercise(page, first.id);
  const hints = section.locator('[data-exercise-hint]');
  expect([await hints.nth(0).isVisible(), await hints.nth(1).isVisible()]).toEqual([true, false]);
  await hints.nth(0).locator('summary').click();
  await hints.nth(1).waitFor();

  const solution = section.locator('[data-solution]');
  const isOpen = () => solution.evaluate((details: HTMLDetailsElement) => details.open);
  // Blanks are no try, and the same code twice is one.
  await check(page, first.id);
  for (const number of [1, 1, 2]) {
    await writeExercise(page, first.id, `const total = ${number};`);
    await check(page, first.id);
  }
  await solution.locator('summary').click();
  expect(await isOpen()).toBe(false);
  expect(await section.locator('.exercise-ask').innerText()).toContain('one more try');
  await section.getByRole('button', { name: exerciseButtons.en.keepTrying }).click();
  await writeExercise(page, first.id, 'const total = 3;');
  await check(page, first.id);
  await solution.locator('summary').click();
  expect(await isOpen()).toBe(true);
  await close();
});

it('tells each stage from the others', async () => {
  const { page, close } = await openPage(browser, first.path);
  await comeTo(page, first.id);
  const stages = [
    ['const total = ____;', /blank left/],
    ['const total = rows *;', /line 1, column/],
    ['const total = rows * chairs;', /Nobody has declared “chairs”/],
    ['const total = tf.layers.dense({ unit: 3 });', /“dense” has no option “unit”/],
    ["const total = 1;\nthrow new Error('mine');", /mine/],
    ['const sum = rows * seats;', /A name is missing/],
  ] as const;
  for (const [code, says] of stages) {
    await writeExercise(page, first.id, code);
    const told = await check(page, first.id);
    expect(told.says).toMatch(says);
    expect(told.verdict).toBe('incorrect');
  }
  await close();
});

it('runs in the lesson as any cell does, but not with Run all', async () => {
  const { page, close } = await openPage(browser, first.path);
  await comeTo(page, first.id);
  await (await button(cell(page, 'exercise-count-seats'), buttons.en.run)).click();
  await status(page, 'exercise-count-seats', 'failed');
  await (await button(page, buttons.en.runAll)).click();
  await status(page, 'still-there', 'done');
  await status(page, 'exercise-count-seats', 'failed');
  expect(await cell(page, 'exercise-empty-room').getAttribute('data-status')).toBe('idle');
  await writeExercise(page, first.id, 'const total = rows * seats; total;');
  await (await button(cell(page, 'exercise-count-seats'), buttons.en.run)).click();
  await status(page, 'exercise-count-seats', 'done');
  await close();
});

describe.each(['light', 'dark'] as const)('in the %s', (colorScheme) => {
  it('has no accessibility violation, unanswered, wrong and right, and fits a phone', async () => {
    const { page, close } = await openPage(browser, first.path, {
      colorScheme,
      viewport: { width: 390, height: 844 },
    });
    await comeTo(page, first.id);
    for (const code of [null, 'const total = rows + seats;', 'const total = rows * seats;']) {
      if (code !== null) {
        await writeExercise(page, first.id, code);
        await check(page, first.id);
      }
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    }
    await close();
  });
});

it('can be read without JavaScript: statement, code, hints and solution', async () => {
  const { page, close } = await openPage(browser, first.path, { javaScriptEnabled: false });
  const section = exercise(page, first.id);
  for (const fold of await section.locator('details').all()) await fold.locator('summary').click();
  const text = await section.innerText();
  for (const part of ['rows of', 'const total = ____;', 'Picture the room', 'const total = rows * seats;'])
    expect(text).toContain(part);
  expect(await section.locator('[data-action=check]').isVisible()).toBe(false);
  await close();
});
