import { expect } from 'vitest';
import { lessonsUnderTest } from '../support/lessons.ts';
import {
  answerByKeyboard,
  answerByMouse,
  comeTo,
  keptAttempts,
  questionOn,
  questionsOf,
} from '../support/quiz-page.ts';
import { siteTest } from '../support/site-test.ts';

const folders = [...new Set(lessonsUnderTest.map(({ folder }) => folder))];

/** Each lesson in one language, the next in the other: keys and code are the same in both, and Node reads the words of both. */
const inTurn = lessonsUnderTest.filter(
  ({ folder, language }) => (language === 'es') === (folders.indexOf(folder) % 2 === 0),
);

/** Of each kind every other one by keyboard. Bets wait for a training: `quizzes.test.ts` has them. */
const asked = folders
  .flatMap((folder) => questionsOf(folder))
  .filter(({ kind }) => kind !== 'curve')
  .map((question, place, all) => {
    const earlier = all.slice(0, place).filter(({ kind }) => kind === question.kind).length;
    return { question, answerBy: earlier % 2 === 0 ? answerByMouse : answerByKeyboard };
  });

siteTest.for(inTurn)(
  '$folder has each of its questions answered wrong, then right, by mouse or keyboard ($language)',
  async ({ folder, path }, { open }) => {
    const { page, site } = await open(path);
    const places = await page.$$eval('[data-question]', (all) =>
      all.map((each) => each.getAttribute('data-question')),
    );
    expect(places).toHaveLength(questionsOf(folder).length);
    const other = lessonsUnderTest.find((lesson) => lesson.folder === folder && lesson.path !== path);
    const html = await (await page.request.get(`${site}${other?.path}`)).text();
    expect([...html.matchAll(/data-question="([^"]*)"/g)].map(([, id]) => id)).toEqual(places);

    const questions = asked.filter(({ question }) => question.lesson === folder);
    for (const { question, answerBy } of questions) {
      const shown = questionOn(page, question);
      const verdict = () => shown.getAttribute('data-verdict');
      const message = `${question.quiz}/${question.id}`;
      await comeTo(shown);
      expect(await verdict()).toBe('unanswered');
      await answerBy(shown, question, question.wrong);
      await expect.poll(verdict, { message }).toBe('incorrect');
      await answerBy(shown, question, question.right);
      await expect.poll(verdict, { message }).toBe('correct');
    }
    for (const { question } of questions) {
      await expect
        .poll(async () => (await keptAttempts(page, question)).map((attempt) => attempt.verdict))
        .toEqual(['incorrect', 'correct']);
    }
  },
);
