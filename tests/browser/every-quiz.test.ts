import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, offOrigin, openPage } from '../support/browser.ts';
import { lessonsUnderTest } from '../support/lessons.ts';
import {
  answerByKeyboard,
  answerByMouse,
  comeTo,
  keptAttempts,
  questionOn,
  questionsOf,
} from '../support/quiz-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** One language by mouse and the other by keyboard: questions and keys are the same in both. */
const ways = { es: ['mouse', answerByMouse], en: ['keyboard', answerByKeyboard] } as const;

describe.each(lessonsUnderTest)('$folder ($language)', ({ folder, language, path }) => {
  const [name, answerBy] = ways[language];
  // Bets wait for a training: `quizzes.test.ts` has them.
  const questions = questionsOf(folder).filter(({ kind }) => kind !== 'curve');

  it(`has each of its questions answered wrong, then right, by ${name}`, async () => {
    const { page, errors, requests, close } = await openPage(browser, path);
    expect(await page.locator('[data-question]').count()).toBe(questionsOf(folder).length);
    for (const asked of questions) {
      const question = questionOn(page, asked);
      const verdict = () => question.getAttribute('data-verdict');
      await comeTo(question);
      expect(await verdict()).toBe('unanswered');
      await answerBy(question, asked, asked.wrong);
      await expect.poll(verdict, { message: `${asked.quiz}/${asked.id}` }).toBe('incorrect');
      await answerBy(question, asked, asked.right);
      await expect.poll(verdict, { message: `${asked.quiz}/${asked.id}` }).toBe('correct');
    }
    for (const asked of questions) {
      await expect
        .poll(async () => (await keptAttempts(page, asked)).map((attempt) => attempt.verdict))
        .toEqual(['incorrect', 'correct']);
    }
    expect(offOrigin(requests)).toEqual([]);
    expect(errors).toEqual([]);
    await close();
  });
});
