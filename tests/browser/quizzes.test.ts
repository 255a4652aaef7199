import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '../support/axe.ts';
import { launchBrowser, offOrigin, openPage } from '../support/browser.ts';
import { authorCell, button, buttons, runCell, writeCell } from '../support/lesson-page.ts';
import { lessonsUnderTest } from '../support/lessons.ts';
import {
  answerByKeyboard,
  answerByMouse,
  comeTo,
  keptAttempts,
  keptBet,
  optionOf,
  type QuestionUnderTest,
  questionOn,
  questionsOf,
  spoilMessages,
} from '../support/quiz-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

function pathOf(folder: string, language: string): string {
  const lesson = lessonsUnderTest.find((each) => each.folder === folder && each.language === language);
  if (lesson === undefined) throw new Error(`no lesson ${folder} in ${language}`);
  return lesson.path;
}

/** Of lesson 0, one of each kind that needs no training. */
const first = '00-how-a-cell-works';
const questions = questionsOf(first).filter(
  ({ kind }, place, all) => all.findIndex((other) => other.kind === kind) === place,
);
const bets = questionsOf('03-transfer').filter(({ kind }) => kind === 'curve');

/** What is learned is the opposite of what is right in validation: one curve rises and the other falls. */
const opposite = (epochs: number) => `
  const xs = tf.oneHot(tf.range(0, 8, 1, 'int32'), 8).toFloat();
  const ys = tf.oneHot(tf.tensor1d([0, 1, 0, 1, 0, 1, 0, 1], 'int32'), 2).toFloat();
  const net = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [8], activation: 'softmax', kernelInitializer: 'zeros' })] });
  net.compile({ optimizer: tf.train.adam(0.1), loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  await net.fit(xs, ys, { epochs: ${epochs}, validationData: [xs, tf.sub(1, ys)], batchSize: 2 });`;

const ways = [
  ['mouse', 'es', answerByMouse],
  ['keyboard', 'en', answerByKeyboard],
] as const;

const signs = {
  es: { correct: '✓ Correcto.', incorrect: '✗ No es eso.' },
  en: { correct: '✓ Correct.', incorrect: '✗ Not that.' },
};

/** What is right, but not at the first try. */
const later = {
  es: {
    typed: 'Esta vez sí: llevas 2 intentos',
    read: 'Después de leer las explicaciones: llevas 2 intentos',
  },
  en: {
    typed: 'This time, yes: that makes 2 tries',
    read: 'After reading the explanations: that makes 2 tries',
  },
};

async function verdictOf(page: Page, asked: QuestionUnderTest): Promise<string | null> {
  return questionOn(page, asked).getAttribute('data-verdict');
}

it('lesson 0 has a question of every kind but the bet', () => {
  expect(questions.map(({ kind }) => kind).toSorted()).toEqual(
    ['matching', 'multiple', 'numeric', 'ordering', 'output', 'single', 'text'].toSorted(),
  );
});

/** By keyboard, every question is answered in `every-quiz.test.ts`. */
describe('of each kind', () => {
  const [, language, answerBy] = ways[0];

  it.each(
    questions,
  )('a $kind question says wrong, then right, explains, and knows both after a reload', async (asked) => {
    const { page, errors, requests, close } = await openPage(browser, pathOf(first, language));
    const question = questionOn(page, asked);
    await comeTo(question);
    const status = question.locator('[data-said]');
    expect(await verdictOf(page, asked)).toBe('unanswered');
    expect(await question.locator('[data-answers]').isVisible()).toBe(false);
    expect(await status.count()).toBe(1);

    await answerBy(question, asked, asked.wrong);
    await expect.poll(() => verdictOf(page, asked)).toBe('incorrect');
    expect(await status.innerText()).toContain(signs[language].incorrect);
    expect(await question.locator('[data-answers]').isVisible()).toBe(true);
    const isTyped = typeof asked.right === 'string';
    expect(await question.locator('[data-answers]').getAttribute('open')).toBe(isTyped ? null : '');
    if (isTyped) {
      const slip = await question.locator('[data-reason="slip-0"] [data-why]').textContent();
      expect(await status.innerText()).toContain(slip?.trim());
    }

    await answerBy(question, asked, asked.right);
    await expect.poll(() => verdictOf(page, asked)).toBe('correct');
    expect(await status.innerText()).toContain(signs[language].correct);
    expect(await status.innerText()).toContain(isTyped ? later[language].typed : later[language].read);
    for (const why of await question.locator('[data-answers] [data-why]').all()) {
      expect(await why.isVisible()).toBe(true);
    }
    await expect
      .poll(() => keptAttempts(page, asked))
      .toMatchObject([
        { verdict: 'incorrect', answer: JSON.stringify(asked.wrong) },
        { verdict: 'correct', answer: JSON.stringify(asked.right), message: 'right' },
      ]);

    await page.reload();
    await comeTo(question);
    expect(await verdictOf(page, asked)).toBe('correct');
    expect(await status.innerText()).toContain(signs[language].correct);
    await question.locator('[data-action="check"]').click();
    await expect.poll(async () => (await keptAttempts(page, asked)).length).toBe(3);
    expect((await keptAttempts(page, asked)).at(-1)).toMatchObject({
      verdict: 'correct',
      answer: JSON.stringify(asked.right),
    });
    expect(errors).toEqual([]);
    expect(offOrigin(requests)).toEqual([]);
    await close();
  });
});

describe.each(ways)('with the %s', (_, language, answerBy) => {
  it.each(bets)('a bet on $quiz waits for the training, which decides it', async (asked) => {
    const { page, errors, close } = await openPage(browser, `${pathOf('03-transfer', language)}?backend=cpu`);
    const question = questionOn(page, asked);
    await comeTo(question);
    const cell = (await question.getAttribute('data-key'))?.match(/"cell":"([^"]+)"/)?.[1] ?? '';

    await authorCell(page, cell, opposite(2));
    await comeTo(question);
    await answerBy(question, asked, asked.wrong);
    expect(await verdictOf(page, asked)).toBe('unanswered');
    expect(await question.locator('[data-answers]').isVisible()).toBe(false);
    await runCell(page, language, cell);
    const tooShort = { es: 'demasiado corto', en: 'too short' }[language];
    await expect.poll(() => question.locator('[data-said]').innerText()).toContain(tooShort);
    expect(await keptAttempts(page, asked)).toEqual([]);

    await authorCell(page, cell, opposite(12));
    await comeTo(question);
    expect(await keptBet(page, asked)).toMatchObject({ isAfterTraining: false });
    // Another training than the lesson's says nothing about it.
    await writeCell(page, cell, `${opposite(12)} // mine`);
    await runCell(page, language, cell);
    const changed = { es: 'Has cambiado el código', en: 'You have changed the code' }[language];
    await expect.poll(() => question.locator('[data-said]').innerText()).toContain(changed);
    expect(await verdictOf(page, asked)).toBe('unanswered');
    expect(await keptAttempts(page, asked)).toEqual([]);
    expect(await keptBet(page, asked)).toMatchObject({ isAfterTraining: false });

    await (await button(page.locator(`[data-cell="${cell}"]`), buttons[language].reset)).click();
    await runCell(page, language, cell);
    await expect.poll(() => verdictOf(page, asked)).toBe('incorrect');
    expect(await keptBet(page, asked)).toBeUndefined();

    await comeTo(question);
    await answerBy(question, asked, asked.right);
    const edge = { es: 'juegas con ventaja', en: 'gives you an edge' }[language];
    await expect.poll(() => question.locator('[data-said]').innerText()).toContain(edge);
    await page.reload();
    await comeTo(question);
    expect(await optionOf(question, 1).isChecked()).toBe(true);
    expect(await question.locator('[data-said]').innerText()).toContain(edge);
    await runCell(page, language, cell);
    await expect.poll(() => verdictOf(page, asked)).toBe('correct');
    const option = await optionOf(question, 1).locator('+ span').innerText();
    expect(await question.locator('[data-said]').innerText()).toContain(option);
    const seen = { es: 'Después de haber visto entrenar', en: 'After having seen the cell train' }[language];
    expect(await question.locator('[data-said]').innerText()).toContain(seen);
    await page.reload();
    await comeTo(question);
    expect(await question.locator('[data-said]').innerText()).toContain(seen);
    expect(await question.locator('[data-answers] [data-why]').first().isVisible()).toBe(true);
    await expect
      .poll(async () => (await keptAttempts(page, asked)).map(({ verdict }) => verdict))
      .toEqual(['incorrect', 'correct']);
    expect((await keptAttempts(page, asked)).map(({ stage }) => stage)).toEqual([
      'before-training',
      'after-training',
    ]);
    expect(errors).toEqual([]);
    await close();
  });
});

it('a bet won after having seen the training is not won at the first try', async () => {
  const [asked] = bets;
  if (asked === undefined) throw new Error('lesson 3 bets on nothing');
  const { page, errors, close } = await openPage(browser, `${pathOf('03-transfer', 'en')}?backend=cpu`);
  const question = questionOn(page, asked);
  const cell = 'train-problem-x';
  await authorCell(page, cell, opposite(12));
  await runCell(page, 'en', cell);
  await comeTo(question);
  await answerByMouse(question, asked, asked.right);
  await expect.poll(() => question.locator('[data-said]').innerText()).toContain('gives you an edge');
  await runCell(page, 'en', cell);
  await expect.poll(() => verdictOf(page, asked)).toBe('correct');
  const told = await question.locator('[data-said]').innerText();
  expect(told).toContain('✓ Correct. After having seen the cell train.');
  expect(told).not.toContain('first try');
  expect(errors).toEqual([]);
  await close();
});

describe('a question', () => {
  it.each(
    questions.filter(({ kind }) => kind !== 'ordering'),
  )('of $kind that is not answered yet is not wrong', async (asked) => {
    const { page, close } = await openPage(browser, pathOf(first, 'en'));
    const question = questionOn(page, asked);
    await comeTo(question);
    await question.locator('[data-action="check"]').click();
    await expect.poll(() => question.locator('[data-said]').innerText()).toBe('Your answer is missing.');
    expect(await verdictOf(page, asked)).toBe('unanswered');
    expect(await keptAttempts(page, asked)).toEqual([]);
    await close();
  });

  it('shows in one language what was answered in the other', async () => {
    const { page, close } = await openPage(browser, pathOf(first, 'es'));
    for (const asked of questions) {
      await comeTo(questionOn(page, asked));
      await answerByMouse(questionOn(page, asked), asked, asked.right);
    }
    await page.locator('a[data-language="en"]').first().click();
    await page.waitForURL('**/en/**');
    for (const asked of questions) {
      await comeTo(questionOn(page, asked));
      expect(await verdictOf(page, asked), asked.id).toBe('correct');
    }
    await close();
  });

  it('is judged where the device keeps nothing, or has no room; the lesson’s bar says which', async () => {
    for (const [trouble, told] of [
      ['no room', 'has no room left: the last change was not saved'],
      ['no store', 'does not let the page save'],
    ] as const) {
      const { page, close } = await openPage(browser, pathOf(first, 'en'));
      await page.addInitScript((met) => {
        if (met === 'no room') {
          IDBObjectStore.prototype.put = () => {
            throw new DOMException('no room', 'QuotaExceededError');
          };
        } else {
          IDBFactory.prototype.open = () => {
            throw new DOMException('refused', 'SecurityError');
          };
        }
      }, trouble);
      await page.reload();
      const [asked] = questions;
      if (asked === undefined) throw new Error('no question');
      const question = questionOn(page, asked);
      await comeTo(question);
      await answerByMouse(question, asked, asked.right);
      await expect.poll(() => verdictOf(page, asked)).toBe('correct');
      await expect.poll(() => question.locator('[data-said]').innerText()).toContain('✓ Correct.');
      await expect.poll(() => page.locator('[data-notices]').innerText()).toContain(told);
      await close();
    }
  });

  it('says that it was right at the first try, and that stays', async () => {
    const { page, close } = await openPage(browser, pathOf(first, 'en'));
    for (const asked of questions) {
      const question = questionOn(page, asked);
      const told = () => question.locator('[data-said]').innerText();
      await comeTo(question);
      await answerByMouse(question, asked, asked.right);
      await expect.poll(told).toBe('✓ Correct. At the first try.');
      await question.locator('[data-action="check"]').click();
      await expect.poll(() => keptAttempts(page, asked)).toHaveLength(2);
      expect(await told()).toBe('✓ Correct. At the first try.');
    }
    await close();
  });

  it('whose record is odd comes to life like all others', async () => {
    const { page, errors, close } = await openPage(browser, pathOf(first, 'en'));
    const all = page.locator('[data-question]');
    for (const asked of questions.filter(({ right }) => typeof right === 'string')) {
      await comeTo(questionOn(page, asked));
      await answerByMouse(questionOn(page, asked), asked, asked.wrong);
      await expect.poll(() => keptAttempts(page, asked)).toHaveLength(1);
      await spoilMessages(page, asked, '"]\\');
    }
    await page.reload();
    await comeTo(all.first());
    expect(await page.locator('[data-question][data-live]').count()).toBe(await all.count());
    for (const asked of questions.filter(({ right }) => typeof right === 'string')) {
      expect(await verdictOf(page, asked)).toBe('incorrect');
    }
    expect(errors).toEqual([]);
    await close();
  });

  it('that cannot come to life leaves the others alone', async () => {
    const { page, errors, close } = await openPage(browser, pathOf(first, 'en'));
    await page.route('**/en/lessons/*/', async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(/data-key="[^"]*"/, 'data-key="{"');
      await route.fulfill({ response, body });
    });
    await page.reload();
    const all = page.locator('[data-question]');
    await comeTo(all.nth(1));
    expect(await page.locator('[data-question][data-live]').count()).toBe((await all.count()) - 1);
    expect(errors).toEqual([expect.stringContaining('JSON')]);
    await close();
  });

  it('can be read without JavaScript, its answers folded', async () => {
    const { page, close } = await openPage(browser, pathOf(first, 'es'), { javaScriptEnabled: false });
    for (const asked of questions) {
      const question = questionOn(page, asked);
      expect(await question.locator('legend').isVisible()).toBe(true);
      expect(await question.locator('button').first().isVisible()).toBe(false);
      const why = question.locator('[data-why]').first();
      expect(await why.isVisible()).toBe(false);
      await question.locator('[data-answers] summary').click();
      expect(await why.isVisible()).toBe(true);
    }
    await close();
  });
});

describe('the review', () => {
  const [asked] = questions.filter(({ kind }) => kind === 'matching');
  if (asked === undefined) throw new Error('lesson 0 matches nothing');

  it('asks again in later lessons what went wrong last, until it is right', async () => {
    const { page, errors, close } = await openPage(browser, pathOf('01-pretrained', 'en'));
    await page.waitForLoadState('networkidle');
    expect(await page.locator('[data-review]').isVisible()).toBe(false);

    await page.goto(new URL(pathOf(first, 'en'), page.url()).href);
    for (const each of questions.slice(0, 5)) {
      await comeTo(questionOn(page, each));
      await answerByMouse(questionOn(page, each), each, each.wrong);
      await expect.poll(() => keptAttempts(page, each)).toHaveLength(1);
    }
    await page.goto(new URL(pathOf('02-features', 'es'), page.url()).href);
    const review = page.locator('[data-review]');
    await review.waitFor();
    await expect.poll(() => review.locator('[data-question]').count()).toBe(3);
    expect(await review.locator('[data-live]').count()).toBe(0);
    await page.mouse.move(200, 200);
    await expect.poll(() => review.locator('[data-live]').count()).toBe(3);

    const [oldest] = questions;
    if (oldest === undefined) throw new Error('no question');
    const again = review.locator(`[data-question="${oldest.id}"]`);
    expect(await again.getAttribute('data-verdict')).toBe('unanswered');
    await answerByKeyboard(again, oldest, oldest.right);
    await expect.poll(() => again.getAttribute('data-verdict')).toBe('correct');
    expect(await again.locator('[data-said]').innerText()).toContain('Esta vez sí: llevas 2 intentos.');
    await expect.poll(() => keptAttempts(page, oldest)).toHaveLength(2);
    expect(await violations(page)).toEqual([]);

    // What another tab answers is shown here, too.
    const [, second] = questions;
    if (second === undefined) throw new Error('no second question');
    const other = await page.context().newPage();
    await other.goto(new URL(pathOf(first, 'en'), page.url()).href);
    await comeTo(questionOn(other, second));
    await answerByMouse(questionOn(other, second), second, second.right);
    const asked = review.locator(`[data-question="${second.id}"]`);
    await expect.poll(() => asked.getAttribute('data-verdict')).toBe('correct');
    await other.close();

    await page.reload();
    await review.locator('[data-question]').nth(2).waitFor();
    expect(await again.count()).toBe(0);
    expect(errors).toEqual([]);
    await close();
  });
});

describe.each([
  ['light', 1280, 'es'],
  ['dark', 390, 'en'],
] as const)('in %s at %i px', (colorScheme, width, language) => {
  it.each([
    ...new Set(lessonsUnderTest.map(({ folder }) => folder)),
  ])('the quizzes of %s have no axe violation, answered or not, and do not scroll the page sideways', async (lesson) => {
    const { page, close } = await openPage(browser, pathOf(lesson, language), {
      colorScheme,
      viewport: { width, height: 850 },
    });
    for (const [place, asked] of questionsOf(lesson).entries()) {
      await comeTo(questionOn(page, asked));
      if (place % 3 > 0) {
        await answerByMouse(questionOn(page, asked), asked, place % 3 === 1 ? asked.right : asked.wrong);
      }
    }
    // The bar that stays in sight covers whatever is beneath it.
    await page.evaluate(() => scrollTo(0, 0));
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    for (const control of await page
      .locator('[data-quiz] :is(button, select, input[type=text], summary)')
      .all()) {
      if (!(await control.isVisible())) continue;
      const box = await control.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
    }
    await close();
  });
});
