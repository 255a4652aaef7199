import { describe, expect } from 'vitest';
import { exerciseCell } from '../../src/lessons-runtime/lesson/exercise-page.ts';
import { languages } from '../../src/lessons-runtime/shared/language.ts';
import { violations } from '../support/axe.ts';
import { check, comeTo, exercise, exerciseButtons, writeExercise } from '../support/exercise-page.ts';
import { authoredExercises } from '../support/exercises.ts';
import { button, buttons, cell, readCell, status } from '../support/lesson-page.ts';
import { lessonPathOf } from '../support/lessons.ts';
import { siteTest } from '../support/site-test.ts';

const pathOf = (...lesson: Parameters<typeof lessonPathOf>) => `${lessonPathOf(...lesson)}?backend=wasm`;
const seats = { id: 'count-seats', path: pathOf('00-how-a-cell-works', 'en') };

/** One exercise for each type of answer; `tests/content/exercises.test.ts` grades all of them. */
const answerTypes = {
  'count-seats': 'values',
  likeness: 'calls',
  'train-the-head': 'batches of a model',
  'freeze-base': 'the layers of a model',
};

describe('an exercise that asks for', () => {
  siteTest.for(
    Object.entries(answerTypes).flatMap(([id, type]) =>
      languages.map((language) => [type, language, id] as const),
    ),
  )('%s is incorrect, then correct (%s, %s)', async ([, language, id], { open }) => {
    const found = authoredExercises.find((each) => each.id === id);
    if (found === undefined) throw new Error(`no exercise ${id}`);
    const { lesson, wrong, code } = found;
    const { page } = await open(pathOf(lesson, language));
    await comeTo(page, id);
    expect(await exercise(page, id).getAttribute('data-verdict')).toBe('unanswered');

    await writeExercise(page, id, code(`wrong/${wrong[0]}`, language));
    expect(await check(page, id)).toMatchObject({ verdict: 'incorrect', kind: 'incorrect' });
    await writeExercise(page, id, code('solution', language));
    const solved = await check(page, id);
    expect(solved, solved.says).toMatchObject({ verdict: 'correct', kind: 'correct' });
  });
});

siteTest(
  'every lesson has its exercises with starter, solution and check, in both languages',
  async ({ open }) => {
    const { page } = await open('/en/');
    for (const language of languages) {
      for (const { lesson, id, code } of authoredExercises) {
        const [starter, solution, data] = await page.evaluate(
          async ([address, own, ofCell]) => {
            const html = await (await fetch(address)).text();
            const section = new DOMParser().parseFromString(html, 'text/html').querySelector(own);
            const template = section?.querySelector<HTMLTemplateElement>('[data-exercise-page]');
            return [
              section?.querySelector(`${ofCell} [data-code] pre`)?.textContent,
              section?.querySelector('[data-solution] pre')?.textContent,
              template?.content.textContent,
            ];
          },
          [
            lessonPathOf(lesson, language),
            `[data-exercise="${id}"]`,
            `[data-cell="${exerciseCell(id)}"]`,
          ] as const,
        );
        expect(starter, `${lesson}/${id}, ${language}`).toBe(code('starter', language));
        expect(solution, `${lesson}/${id}, ${language}`).toBe(code('solution', language));
        expect(JSON.parse(data ?? '{}').check, `${lesson}/${id}, ${language}`).toBe(code('check', language));
      }
    }
  },
);

siteTest('an exercise can be solved by keyboard only', async ({ open }) => {
  const { page } = await open(seats.path);
  await comeTo(page, seats.id);
  await cell(page, exerciseCell(seats.id)).locator('[data-code] pre').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await exercise(page, seats.id).locator('.cm-content:focus').waitFor();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText('const total = rows * seats;');
  await page.keyboard.press('Escape');
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-action') ?? '');
  for (let tabs = 0; tabs < 6 && (await focused()) !== 'check'; tabs += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await exercise(page, seats.id).locator('[data-exercise-feedback] p').first().waitFor({ timeout: 60_000 });
  await expect.poll(() => exercise(page, seats.id).getAttribute('data-verdict')).toBe('correct');
  expect(await focused()).toBe('check');
});

siteTest(
  'keeps code, tries, hints and the seen solution after a reload, in both languages',
  async ({ open }) => {
    const { page, site } = await open(seats.path);
    await comeTo(page, seats.id);
    const section = exercise(page, seats.id);
    await writeExercise(page, seats.id, 'const total = rows + seats;');
    await check(page, seats.id);
    const compared = (await section.locator('[data-exercise-feedback] dd').allInnerTexts()).slice(1);
    await section.locator('[data-exercise-hint] summary').first().click();
    await section.locator('[data-exercise-hint]').nth(1).waitFor();
    await section.locator('[data-solution] summary').click();
    await section.getByRole('button', { name: exerciseButtons.en.show }).click();
    await section.getByText('solution seen').waitFor();

    await page.goto(site + pathOf('00-how-a-cell-works', 'es'));
    await comeTo(page, seats.id);
    await expect.poll(() => section.getAttribute('data-verdict')).toBe('incorrect');
    await expect
      .poll(() => section.locator('[data-exercise-state]').innerText())
      .toBe('Todavía no · 1 intento · solución vista');
    const feedback = section.locator('[data-exercise-feedback]');
    await expect.poll(() => feedback.innerText()).toContain('Has sumado las filas');
    expect(await feedback.locator('dt').allInnerTexts()).toEqual(['Se probó', 'Se esperaba', 'Salió']);
    const [tested, expected, found] = await feedback.locator('dd').allInnerTexts();
    expect(tested).toBe('total en una sala al azar');
    expect([expected, found]).toEqual(compared);
    await expect.poll(() => readCell(page, exerciseCell(seats.id))).toBe('const total = rows + seats;');
    await section.locator('[data-exercise-hint]').nth(1).waitFor();

    await writeExercise(page, seats.id, 'const total = rows ** ____;');
    await check(page, seats.id);
    expect(await section.locator('[data-exercise-state]').innerText()).toContain('1 intento');
    await writeExercise(page, seats.id, 'const total = rows *;');
    await check(page, seats.id);
    expect(await section.locator('[data-exercise-state]').innerText()).toContain('2 intentos');
    await page.reload();
    await comeTo(page, seats.id);
    await expect.poll(() => feedback.innerText()).toContain('El código no se podía leer');
  },
);

siteTest('opens the hints one by one, and the solution after three different tries', async ({ open }) => {
  const { page } = await open(seats.path);
  await comeTo(page, seats.id);
  const section = exercise(page, seats.id);
  const hints = section.locator('[data-exercise-hint]');
  expect([await hints.nth(0).isVisible(), await hints.nth(1).isVisible()]).toEqual([true, false]);
  await hints.nth(0).locator('summary').click();
  await hints.nth(1).waitFor();

  const solution = section.locator('[data-solution]');
  const isOpen = () => solution.evaluate((details: HTMLDetailsElement) => details.open);
  // Code with blanks does not count as a try, and the same code counts once.
  await check(page, seats.id);
  for (const number of [1, 1, 2]) {
    await writeExercise(page, seats.id, `const total = ${number};`);
    await check(page, seats.id);
  }
  await solution.locator('summary').click();
  await section.getByRole('button', { name: exerciseButtons.en.keepTrying }).waitFor();
  expect(await isOpen()).toBe(false);
  expect(await section.locator('.exercise-ask').innerText()).toContain('one more try');
  await section.getByRole('button', { name: exerciseButtons.en.keepTrying }).click();
  await writeExercise(page, seats.id, 'const total = 3;');
  await check(page, seats.id);
  await solution.locator('summary').click();
  await expect.poll(isOpen).toBe(true);
});

siteTest('explains at which stage a check ended', async ({ open }) => {
  const { page } = await open(seats.path);
  await comeTo(page, seats.id);
  const stages = [
    ['const total = ____;', /blank left/],
    ['const total = rows *;', /line 1, column/],
    ['const total = rows * chairs;', /Nobody has declared “chairs”/],
    ['const total = tf.layers.dense({ unit: 3 });', /“dense” has no option “unit”/],
    ["const total = 1;\nthrow new Error('mine');", /mine/],
    ['const sum = rows * seats;', /A name is missing/],
  ] as const;
  for (const [code, says] of stages) {
    await writeExercise(page, seats.id, code);
    const checked = await check(page, seats.id);
    expect(checked.says).toMatch(says);
    // Code with a blank is not a try.
    expect(checked.verdict).toBe(code.includes('____') ? 'unanswered' : 'incorrect');
  }
});

siteTest('runs like any cell of the lesson, but not with Run all', async ({ open }) => {
  const { page } = await open(seats.path);
  await comeTo(page, seats.id);
  const id = exerciseCell(seats.id);
  await (await button(cell(page, id), buttons.en.run)).click();
  await status(page, id, 'failed');
  await (await button(page, buttons.en.runAll)).click();
  await status(page, 'still-there', 'done');
  await status(page, id, 'failed');
  expect(await cell(page, 'exercise-empty-room').getAttribute('data-status')).toBe('idle');
  await writeExercise(page, seats.id, 'const total = rows * seats; total;');
  await (await button(cell(page, id), buttons.en.run)).click();
  await status(page, id, 'done');
});

siteTest(
  'has no axe violation and fits a phone, unanswered, incorrect and correct, in light and dark',
  async ({ open }) => {
    const { page } = await open(seats.path, { viewport: { width: 390, height: 844 } });
    await comeTo(page, seats.id);
    for (const code of [null, 'const total = rows + seats;', 'const total = rows * seats;']) {
      if (code !== null) {
        await writeExercise(page, seats.id, code);
        await check(page, seats.id);
      }
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await violations(page, '[data-exercise]'), colorScheme).toEqual([]);
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    }
  },
);

siteTest('shows statement, code, hints and solution without JavaScript', async ({ open }) => {
  const { page } = await open(seats.path, { javaScriptEnabled: false });
  const section = exercise(page, seats.id);
  for (const fold of await section.locator('details:not([data-cell-more])').all())
    await fold.locator('summary').click();
  const text = await section.innerText();
  for (const part of ['rows of', 'const total = ____;', 'Picture the room', 'const total = rows * seats;'])
    expect(text).toContain(part);
  expect(await section.locator('[data-action=check]').isVisible()).toBe(false);
});
