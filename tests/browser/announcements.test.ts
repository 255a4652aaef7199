import { expect } from 'vitest';
import { announced, listen } from '../support/announcements.ts';
import type { SitePage } from '../support/browser.ts';
import { check, comeTo, exercise, exerciseButtons, writeExercise } from '../support/exercise-page.ts';
import { button, cell, openBarMenu, runAll, runCell, status, writeCell } from '../support/lesson-page.ts';
import { openProgress, said } from '../support/progress-page.ts';
import { answerByMouse, comeTo as comeToQuestion, questionOn, questionsOf } from '../support/quiz-page.ts';
import { siteTest } from '../support/site-test.ts';

const lesson = '/en/lessons/how-a-cell-works/?backend=cpu';
const id = 'count-seats';
const [question] = questionsOf('00-how-a-cell-works').filter(({ kind }) => kind === 'single');

const starting = (texts: readonly string[], start: string) => texts.filter((text) => text.startsWith(start));

const listeningTest = siteTest.extend<{ openListening(): Promise<SitePage> }>({
  /** Opens lesson 0 and records its announcements. */
  async openListening({ open }, use) {
    await use(async () => {
      const opened = await open('/en/');
      await listen(opened.page);
      await opened.page.goto(opened.site + lesson);
      return opened;
    });
  },
});

/** Returns the announcements that were made more than once. */
const twice = (texts: readonly string[]) => texts.filter((text, place) => texts.indexOf(text) < place);

listeningTest(
  'announces the progress of a cell once, with its name if the focus is elsewhere, and the progress of Run all',
  async ({ openListening }) => {
    const { page } = await openListening();
    await runCell(page, 'en', 'six-times-seven');
    const first = await announced(page);
    expect(twice(first)).toEqual([]);
    for (const text of ['Loading…', 'Ready', 'Done']) expect(first).toContain(text);
    expect(starting(first, 'Steps taken: 1')).toHaveLength(1);

    await runCell(page, 'en', 'six-times-seven');
    expect((await announced(page)).filter((text) => text !== 'Running…')).toEqual(['Done']);
    await writeCell(page, 'six-times-seven', 'nobody');
    await runCell(page, 'en', 'six-times-seven', 'failed');
    const failed = await announced(page);
    expect(starting(failed, 'Error. ')).toEqual([expect.stringContaining('nobody')]);
    expect(twice(failed)).toEqual([]);

    // Without the wait, the announcements of a run of all would follow each other too fast to be two.
    await writeCell(page, 'six-times-seven', 'await new Promise((done) => setTimeout(done, 1500)); nobody');
    await announced(page);
    // Pressed and left in one turn, before the run can end.
    await cell(page, 'six-times-seven')
      .locator('[data-action=run]')
      .evaluate((run: HTMLElement) => {
        run.click();
        document.querySelector<HTMLElement>('[data-action=run-all]')?.focus();
      });
    await expect.poll(() => page.evaluate(() => window.announced?.texts.join(' '))).toContain('Error. ');
    const elsewhere = await announced(page, 1);
    expect(starting(elsewhere, 'Cell six-times-seven: Error. ')).toHaveLength(1);
    expect(starting(elsewhere, 'Error')).toEqual([]);

    await runAll(page, 'en');
    expect(await announced(page, 2)).toEqual([
      'Running all 4 cells…',
      'Cell six-times-seven: Error. The cells after it were not run.',
    ]);
    await writeCell(page, 'six-times-seven', 'const rows = 6; const seats = 7;');
    await writeCell(
      page,
      'take-your-time',
      'await new Promise((resume) => setTimeout(resume, 1500)); const done = 3;',
    );
    await announced(page);
    await runAll(page, 'en');
    expect((await announced(page, 2)).filter((text) => !text.startsWith('Steps taken'))).toEqual([
      'Running all 4 cells…',
      'All 4 cells done.',
    ]);
  },
);

listeningTest(
  'announces once a new seed, an invalid seed, a stop that loses the variables, and a restart; the focus stays in the bar',
  async ({ openListening }) => {
    const { page } = await openListening();
    await writeCell(page, 'six-times-seven', 'while (true) {}');
    await (await button(cell(page, 'six-times-seven'), 'Run')).click();
    await page.locator('[data-backend="cpu"]').waitFor();
    const seed = page.locator('[data-seed]');
    await announced(page);
    await openBarMenu(page);
    await seed.fill('7');
    await seed.press('Tab');
    expect(await announced(page, 1)).toEqual([expect.stringMatching(/^The seed 7 will be used/)]);
    await openBarMenu(page);
    await seed.fill('-3');
    await seed.press('Tab');
    expect(await announced(page, 1)).toEqual(['A seed is a whole number, from 0 on: it stays 7.']);
    expect(await seed.inputValue()).toBe('7');

    await page.locator('[data-action=stop-all]').press('Enter');
    await status(page, 'six-times-seven', 'stopped');
    expect((await announced(page, 3)).filter((text) => !text.startsWith('Steps taken')).sort()).toEqual([
      'Cell six-times-seven: Stopped',
      'Restarted',
      expect.stringMatching(/^The cell did not yield .+ the variables are gone/),
    ]);
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-action'));
    expect(await focused()).toBe('run-all');

    // A cell whose variables are gone asks first.
    await page.locator('[data-cell=still-there] [data-action=run]').click();
    expect((await announced(page, 2)).at(-1)).toContain('done comes from the cell take-your-time');
    expect(await focused()).toBeNull();
    await page.keyboard.press('Escape');
    expect(await focused()).toBe('run');
    await openBarMenu(page);
    await page.locator('[data-action=restart]').press('Enter');
    expect(await announced(page, 1)).toEqual(['Restarted']);
    expect(await focused()).toBe('run-all');
  },
);

listeningTest(
  'announces neither restored steps, edits, answers and outputs, nor a change of the theme',
  async ({ openListening }) => {
    if (question === undefined) throw new Error('lesson 0 has no single choice');
    const { page } = await openListening();
    await runCell(page, 'en', 'six-times-seven');
    await writeCell(page, 'six-times-seven', 'const rows = 8; const seats = 7; rows * seats');
    await runCell(page, 'en', 'six-times-seven');
    const asked = questionOn(page, question);
    await comeToQuestion(asked);
    await answerByMouse(asked, question, question.wrong);
    await comeTo(page, id);
    await writeExercise(page, id, 'const total = rows + seats;');
    await check(page, id);
    await announced(page);

    for (const radio of ['dark', 'light', 'auto'])
      await page.locator(`[data-theme-switch] label:has([value=${radio}])`).click();
    expect(await announced(page)).toEqual([]);

    const isBack = async () => {
      await page.locator('[data-step=edit][data-taken]').waitFor();
      await comeToQuestion(questionOn(page, question));
      expect(await questionOn(page, question).getAttribute('data-verdict')).toBe('incorrect');
      await comeTo(page, id);
      await exercise(page, id).locator('[data-exercise-feedback] p').waitFor();
      expect(await announced(page)).toEqual([]);
    };
    await page.reload();
    await isBack();
    await page.locator('a[data-language=es]').click();
    await page.waitForURL('**/es/**');
    await isBack();
  },
);

listeningTest(
  'announces each change of an exercise, a hint and a question once, and shows a reset from another tab',
  async ({ openListening }) => {
    if (question === undefined) throw new Error('lesson 0 has no single choice');
    const { page } = await openListening();
    await comeTo(page, id);
    await writeExercise(page, id, 'const total = rows + seats;');
    await announced(page);
    await check(page, id);
    expect(await announced(page, 2)).toEqual(['Checking…', expect.stringMatching(/^Not yet\. ./)]);
    await writeExercise(page, id, 'const total = rows * seats;');
    await announced(page);
    await check(page, id);
    expect(await announced(page, 2)).toEqual(['Checking…', expect.stringMatching(/^Correct\. ./)]);
    const section = exercise(page, id);
    await section.locator('[data-exercise-hint] summary').first().click();
    await section.locator('[data-exercise-hint]').nth(1).waitFor();
    expect(await announced(page, 1)).toEqual(['Hint 2 is there now, too.']);

    const asked = questionOn(page, question);
    await comeToQuestion(asked);
    await announced(page);
    await asked.locator('[data-action=check]').click();
    expect(await announced(page, 1)).toEqual(['Your answer is missing.']);
    await answerByMouse(asked, question, question.wrong);
    expect(await announced(page, 1)).toEqual([expect.stringMatching(/^✗ Not that\. ./)]);
    await answerByMouse(asked, question, question.right);
    expect(await announced(page, 1)).toEqual([expect.stringMatching(/^✓ Correct\. ./)]);

    const other = await page.context().newPage();
    await listen(other);
    await openProgress(other, 'en');
    await announced(other);
    await other.getByRole('button', { name: 'Clear all of my progress' }).click();
    await expect.poll(() => said(other).innerText()).toBe('All of your progress is cleared.');
    const verdicts = async () => [
      await section.getAttribute('data-verdict'),
      await asked.getAttribute('data-verdict'),
    ];
    await expect.poll(verdicts).toEqual(['unanswered', 'unanswered']);
    expect(await section.locator('[data-exercise-feedback]').innerText()).toBe('');
    expect(await section.locator('[data-exercise-hint]').nth(1).isVisible()).toBe(false);
    expect(await asked.locator('input:checked').count()).toBe(0);
    await other.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect.poll(verdicts).toEqual(['correct', 'correct']);
    await expect.poll(() => said(other).innerText()).toContain('Undone');
    expect(await announced(other, 2)).toEqual([
      'All of your progress is cleared.',
      'Undone: all of your progress is back.',
    ]);
  },
);

siteTest(
  'ends the check of an endless loop on Cancel and after the time limit, and can check again',
  async ({ open }) => {
    const { page } = await open(lesson);
    await comeTo(page, id);
    const section = exercise(page, id);
    await writeExercise(page, id, 'while (true) {}\nconst total = 1;');
    await section.getByRole('button', { name: exerciseButtons.en.check, exact: true }).click();
    await section.getByRole('button', { name: 'Cancel', exact: true }).click();
    await expect.poll(() => section.locator('[data-exercise-live]').innerText()).toContain('cancelled');
    expect(await section.getAttribute('data-verdict')).toBe('unanswered');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-action'))).toBe('check');

    expect(await check(page, id)).toMatchObject({
      verdict: 'incorrect',
      says: expect.stringContaining('takes too long'),
    });
    await writeExercise(page, id, 'const total = rows * seats;');
    expect(await check(page, id)).toMatchObject({ verdict: 'correct' });
  },
);
