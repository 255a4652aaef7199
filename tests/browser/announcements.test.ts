import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { announced, listen } from '../support/announcements.ts';
import { launchBrowser, openPage } from '../support/browser.ts';
import { check, comeTo, exercise, exerciseButtons, writeExercise } from '../support/exercise-page.ts';
import { runCell, writeCell } from '../support/lesson-page.ts';
import { openProgress, said } from '../support/progress-page.ts';
import { answerByMouse, comeTo as comeToQuestion, questionOn, questionsOf } from '../support/quiz-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const lesson = '/en/lessons/how-a-cell-works/?backend=cpu';
const id = 'count-seats';
const [question] = questionsOf('00-how-a-cell-works').filter(({ kind }) => kind === 'single');

const starting = (texts: readonly string[], start: string) => texts.filter((text) => text.startsWith(start));

it('announces each change of a cell, an exercise, a hint and a question once, and shows a reset of another tab', async () => {
  if (question === undefined) throw new Error('lesson 0 has no single choice');
  const { page, errors, close } = await openPage(browser, '/en/');
  await listen(page);
  await page.goto(inject('site') + lesson);

  await runCell(page, 'en', 'six-times-seven');
  const run = await announced(page);
  for (const text of ['Queued', 'Running…', 'Done'])
    expect(run.filter((each) => each === text)).toHaveLength(1);
  await writeCell(page, 'six-times-seven', 'nobody');
  await runCell(page, 'en', 'six-times-seven', 'failed');
  expect((await announced(page)).filter((text) => text === 'Error')).toHaveLength(1);

  await comeTo(page, id);
  await writeExercise(page, id, 'const total = rows + seats;');
  await announced(page);
  await check(page, id);
  expect(await announced(page)).toEqual(['Checking…', expect.stringMatching(/^Not yet\. ./)]);
  await writeExercise(page, id, 'const total = rows * seats;');
  await announced(page);
  await check(page, id);
  expect(await announced(page)).toEqual(['Checking…', expect.stringMatching(/^Correct\. ./)]);
  const section = exercise(page, id);
  await section.locator('[data-exercise-hint] summary').first().click();
  await section.locator('[data-exercise-hint]').nth(1).waitFor();
  expect(await announced(page)).toEqual(['Hint 2 is there now, too.']);

  const asked = questionOn(page, question);
  await comeToQuestion(asked);
  await announced(page);
  await answerByMouse(asked, question, question.wrong);
  await answerByMouse(asked, question, question.right);
  const quiz = await announced(page);
  expect(starting(quiz, '✗ Not that.')).toHaveLength(1);
  expect(starting(quiz, '✓ Correct.')).toHaveLength(1);
  expect(quiz).toHaveLength(2);

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
  expect(await announced(other)).toEqual([
    'All of your progress is cleared.',
    'Undone: everything is as before.',
  ]);
  expect(errors).toEqual([]);
  await close();
});

it('ends an endless loop at Cancel and in time, and checks again', async () => {
  const { page, errors, close } = await openPage(browser, lesson);
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
  expect(errors).toEqual([]);
  await close();
});
