import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { violations } from '../support/axe.ts';
import { sidewaysOverflow } from '../support/fonts.ts';
import { lessonPathOf, lessonsOnWasm } from '../support/lessons.ts';
import {
  answerByKeyboard,
  answerByMouse,
  comeTo,
  questionOn,
  questionsOf,
  storedAttempts,
  storedBet,
} from '../support/quiz-page.ts';
import { siteTest } from '../support/site-test.ts';

/** Each lesson in one language: keys and code are the same in both, and Node tests read the text of both. */
const lessons = lessonsOnWasm;

/** Every other question of each kind is answered by keyboard. */
const questions = lessons
  .flatMap(({ folder }) => questionsOf(folder))
  .map((question, place, all) => {
    const earlier = all.slice(0, place).filter(({ kind }) => kind === question.kind).length;
    return { question, answerBy: earlier % 2 === 0 ? answerByMouse : answerByKeyboard };
  });

siteTest.for(lessons)(
  'all questions of $folder can be answered by mouse or keyboard, without an axe violation ($language)',
  async ({ folder, language, path }, { open }) => {
    const { page, site } = await open(path);
    const ids = await page.$$eval('[data-question]', (all) =>
      all.map((each) => each.getAttribute('data-question')),
    );
    expect(ids).toHaveLength(questionsOf(folder).length);
    const other = lessonPathOf(folder, language === 'es' ? 'en' : 'es');
    const html = await (await page.request.get(site + other)).text();
    expect([...html.matchAll(/data-question="([^"]*)"/g)].map(([, id]) => id)).toEqual(ids);

    const ofLesson = questions.filter(({ question }) => question.lesson === folder);
    async function answer(
      { question, answerBy }: (typeof ofLesson)[number],
      verdict: 'incorrect' | 'correct',
    ): Promise<void> {
      const shown = questionOn(page, question);
      await answerBy(shown, question, verdict === 'correct' ? question.right : question.wrong);
      const message = `${question.quiz}/${question.id}`;
      await expect.poll(() => shown.getAttribute('data-verdict'), { message }).toBe(verdict);
    }

    const graded = ofLesson.filter(({ question }) => question.kind !== 'curve');
    for (const { question } of ofLesson) {
      await comeTo(questionOn(page, question));
      expect(await questionOn(page, question).getAttribute('data-verdict')).toBe('unanswered');
    }
    // A bet is graded by a training: `quizzes.test.ts` has that.
    for (const { question, answerBy } of ofLesson.filter((each) => !graded.includes(each))) {
      await answerBy(questionOn(page, question), question, question.wrong);
      await expect.poll(() => storedBet(page, question)).toBeDefined();
    }
    // Of three questions, one stays unanswered, one is incorrect and one is correct.
    for (const [place, each] of graded.entries()) {
      if (place % 3 > 0) await answer(each, 'incorrect');
      if (place % 3 > 1) await answer(each, 'correct');
    }
    for (const [colorScheme, width] of [
      ['light', 1280],
      ['dark', 390],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 850 });
      expect(await violations(page, '[data-quiz]'), `${colorScheme}, ${width} px`).toEqual([]);
      expect(await sidewaysOverflow(page)).toEqual([]);
      expect(await smallControls(page)).toEqual([]);
    }

    for (const [place, each] of graded.entries()) {
      if (place % 3 === 0) await answer(each, 'incorrect');
      if (place % 3 < 2) await answer(each, 'correct');
    }
    for (const { question } of graded) {
      await expect
        .poll(async () => (await storedAttempts(page, question)).map((attempt) => attempt.verdict))
        .toEqual(['incorrect', 'correct']);
    }
  },
);

/** Returns the visible controls of quizzes that are smaller than 24 px in either direction (WCAG 2.5.8). */
function smallControls(page: Page): Promise<readonly string[]> {
  return page.$$eval('[data-quiz] :is(button, select, input[type=text], summary)', (controls) =>
    controls
      .filter((control) => control.checkVisibility())
      .filter((control) => {
        const { width, height } = control.getBoundingClientRect();
        return Math.min(width, height) < 24;
      })
      .map((control) => control.outerHTML.slice(0, 160)),
  );
}
