import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from '../support/axe.ts';
import { authorCell, button, buttons, runCell, writeCell } from '../support/lesson-page.ts';
import { lessonPathOf } from '../support/lessons.ts';
import {
  answerByKeyboard,
  answerByMouse,
  comeTo,
  optionOf,
  type QuestionUnderTest,
  questionOn,
  questionsOf,
  spoilMessages,
  storedAttempts,
  storedBet,
} from '../support/quiz-page.ts';
import { siteTest } from '../support/site-test.ts';

/** Of lesson 0, one of each kind that needs no training. */
const first = '00-how-a-cell-works';
const questions = questionsOf(first).filter(
  ({ kind }, place, all) => all.findIndex((other) => other.kind === kind) === place,
);
const bets = questionsOf('03-transfer').filter(({ kind }) => kind === 'curve');

/** A training whose validation labels are the opposite of its labels: one curve rises and the other falls. */
const opposite = (epochs: number) => `
  const xs = tf.oneHot(tf.range(0, 8, 1, 'int32'), 8).toFloat();
  const ys = tf.oneHot(tf.tensor1d([0, 1, 0, 1, 0, 1, 0, 1], 'int32'), 2).toFloat();
  const net = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [8], activation: 'softmax', kernelInitializer: 'zeros' })] });
  net.compile({ optimizer: tf.train.adam(0.1), loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  await net.fit(xs, ys, { epochs: ${epochs}, validationData: [xs, tf.sub(1, ys)], batchSize: 2 });`;

/** Each bet by one of the two ways, in one of the two languages. */
const betsByWay = bets.map((asked, place) =>
  place % 2 === 0
    ? ({ asked, way: 'mouse', language: 'es', answerBy: answerByMouse } as const)
    : ({ asked, way: 'keyboard', language: 'en', answerBy: answerByKeyboard } as const),
);

const signs = {
  es: { correct: '✓ Correcto.', incorrect: '✗ No es eso.' },
  en: { correct: '✓ Correct.', incorrect: '✗ Not that.' },
};

/** Shown for an answer that is correct at the second try, and for one that is correct after all was explained. */
const laterTry = {
  typed: 'Esta vez sí: llevas 2 intentos',
  read: 'Después de leer las explicaciones: llevas 3 intentos',
};

async function verdictOf(page: Page, asked: QuestionUnderTest): Promise<string | null> {
  return questionOn(page, asked).getAttribute('data-verdict');
}

it('lesson 0 has a question of every kind but the bet', () => {
  expect(questions.map(({ kind }) => kind).toSorted()).toEqual(
    ['matching', 'multiple', 'numeric', 'ordering', 'output', 'single', 'text'].toSorted(),
  );
});

siteTest(
  'a question of each kind says incorrect, then correct, explains the answers, and shows both after a reload',
  async ({ open }) => {
    const { page } = await open(lessonPathOf(first, 'es'));
    for (const asked of questions) {
      const question = questionOn(page, asked);
      await comeTo(question);
      const status = question.locator('[data-said]');
      expect(await verdictOf(page, asked)).toBe('unanswered');
      expect(await question.locator('[data-answers]').isVisible()).toBe(false);
      expect(await status.count()).toBe(1);

      await answerByMouse(question, asked, asked.wrong);
      await expect.poll(() => verdictOf(page, asked)).toBe('incorrect');
      await expect.poll(() => status.innerText()).toContain(signs.es.incorrect);
      expect(await question.locator('[data-answers]').isVisible()).toBe(true);
      const isTyped = typeof asked.right === 'string';
      // After the first wrong answer, the right one is not revealed.
      expect(await question.locator('[data-answers]').getAttribute('open')).toBeNull();
      const wrong = [asked.wrong];
      if (asked.kind === 'single') {
        const optionWhys = question.locator('[data-answers] li:has-text("✗") [data-why]');
        const said = await status.innerText();
        expect((await optionWhys.allTextContents()).filter((why) => said.includes(why.trim()))).toHaveLength(
          1,
        );
        const other = [0, 1, 2].filter((place) => ![asked.right, asked.wrong].flat().includes(place));
        wrong.push(other.slice(0, 1));
        await answerByMouse(question, asked, other.slice(0, 1));
        await expect.poll(() => question.locator('[data-answers]').getAttribute('open')).toBe('');
      }
      if (isTyped) {
        const slip = await question.locator('[data-reason="slip-0"] [data-why]').textContent();
        expect(await status.innerText()).toContain(slip?.trim());
      }

      await answerByMouse(question, asked, asked.right);
      await expect.poll(() => verdictOf(page, asked)).toBe('correct');
      await expect.poll(() => status.innerText()).toContain(signs.es.correct);
      expect(await status.innerText()).toContain(wrong.length > 1 ? laterTry.read : laterTry.typed);
      for (const why of await question.locator('[data-answers] [data-why]').all()) {
        expect(await why.isVisible()).toBe(true);
      }
      await expect
        .poll(() => storedAttempts(page, asked))
        .toMatchObject([
          ...wrong.map((answer) => ({ verdict: 'incorrect', answer: JSON.stringify(answer) })),
          { verdict: 'correct', answer: JSON.stringify(asked.right), message: 'right' },
        ]);
    }

    // The end of the lesson counts what the page shows, and after a reload what is stored.
    const solved = () => page.locator('[data-end-said]').innerText();
    await expect.poll(solved).toContain(`Has resuelto ${questions.length} de `);
    await page.reload();
    await expect.poll(solved).toContain(`Has resuelto ${questions.length} de `);
    for (const asked of questions) {
      const question = questionOn(page, asked);
      await comeTo(question);
      await expect.poll(() => verdictOf(page, asked)).toBe('correct');
      await expect.poll(() => question.locator('[data-said]').innerText()).toContain(signs.es.correct);
      await question.locator('[data-action="check"]').click();
      const tries = asked.kind === 'single' ? 4 : 3;
      await expect.poll(async () => (await storedAttempts(page, asked)).length).toBe(tries);
      expect((await storedAttempts(page, asked)).at(-1)).toMatchObject({
        verdict: 'correct',
        answer: JSON.stringify(asked.right),
      });
    }
  },
);

siteTest.for(betsByWay)(
  'a bet waits for the training, which decides it ($asked.quiz, by $way)',
  async ({ asked, language, answerBy }, { open }) => {
    const { page } = await open(`${lessonPathOf('03-transfer', language)}?backend=cpu`);
    const question = questionOn(page, asked);
    await comeTo(question);
    const cell = (await question.getAttribute('data-key'))?.match(/"cell":"([^"]+)"/)?.[1] ?? '';

    await authorCell(page, cell, opposite(2));
    await comeTo(question);
    await answerBy(question, asked, asked.wrong);
    await expect.poll(() => storedBet(page, asked)).toMatchObject({ isAfterTraining: false });
    expect(await verdictOf(page, asked)).toBe('unanswered');
    expect(await question.locator('[data-answers]').isVisible()).toBe(false);
    await runCell(page, language, cell);
    const tooShort = { es: 'demasiado corto', en: 'too short' }[language];
    await expect.poll(() => question.locator('[data-said]').innerText()).toContain(tooShort);
    expect(await storedAttempts(page, asked)).toEqual([]);

    await authorCell(page, cell, opposite(12));
    await comeTo(question);
    expect(await storedBet(page, asked)).toMatchObject({ isAfterTraining: false });
    // A training with changed code does not decide the bet.
    await writeCell(page, cell, `${opposite(12)} // mine`);
    await runCell(page, language, cell);
    const changed = { es: 'Has cambiado el código', en: 'You have changed the code' }[language];
    await expect.poll(() => question.locator('[data-said]').innerText()).toContain(changed);
    expect(await verdictOf(page, asked)).toBe('unanswered');
    expect(await storedAttempts(page, asked)).toEqual([]);
    expect(await storedBet(page, asked)).toMatchObject({ isAfterTraining: false });

    await (await button(page.locator(`[data-cell="${cell}"]`), buttons[language].reset)).click();
    await runCell(page, language, cell);
    await expect.poll(() => verdictOf(page, asked)).toBe('incorrect');
    await expect.poll(() => storedBet(page, asked)).toBeUndefined();

    await comeTo(question);
    await answerBy(question, asked, asked.right);
    const edge = { es: 'juegas con ventaja', en: 'gives you an edge' }[language];
    await expect.poll(() => question.locator('[data-said]').innerText()).toContain(edge);
    await expect.poll(() => storedBet(page, asked)).toMatchObject({ isAfterTraining: true });
    await page.reload();
    await comeTo(question);
    await expect.poll(() => optionOf(question, 1).isChecked()).toBe(true);
    await expect.poll(() => question.locator('[data-said]').innerText()).toContain(edge);
    await runCell(page, language, cell);
    await expect.poll(() => verdictOf(page, asked)).toBe('correct');
    const option = await optionOf(question, 1).locator('+ span').innerText();
    expect(await question.locator('[data-said]').innerText()).toContain(option);
    const seen = { es: 'Después de haber visto entrenar', en: 'After having seen the cell train' }[language];
    await expect.poll(() => question.locator('[data-said]').innerText()).toContain(seen);
    await expect
      .poll(() => storedAttempts(page, asked))
      .toEqual([
        expect.objectContaining({ verdict: 'incorrect', stage: 'before-training' }),
        expect.objectContaining({ verdict: 'correct', stage: 'after-training' }),
      ]);
    await page.reload();
    await comeTo(question);
    await expect.poll(() => question.locator('[data-said]').innerText()).toContain(seen);
    expect(await question.locator('[data-answers] [data-why]').first().isVisible()).toBe(true);
  },
);

it('lesson 3 has bets for both ways of answering', () => {
  expect(new Set(betsByWay.map(({ way }) => way)).size).toBe(2);
});

siteTest(
  'a bet made after the training was seen is not reported as won at the first try',
  async ({ open }) => {
    const [asked] = bets;
    if (asked === undefined) throw new Error('lesson 3 bets on nothing');
    const { page } = await open(`${lessonPathOf('03-transfer', 'en')}?backend=cpu`);
    const question = questionOn(page, asked);
    const cell = 'train-problem-x';
    await authorCell(page, cell, opposite(12));
    await runCell(page, 'en', cell);
    await comeTo(question);
    await answerByMouse(question, asked, asked.right);
    await expect.poll(() => question.locator('[data-said]').innerText()).toContain('gives you an edge');
    await runCell(page, 'en', cell);
    await expect.poll(() => verdictOf(page, asked)).toBe('correct');
    const status = await question.locator('[data-said]').innerText();
    expect(status).toContain('✓ Correct. After having seen the cell train.');
    expect(status).not.toContain('first try');
  },
);

describe('a question', () => {
  siteTest('that has no answer yet is not incorrect when it is checked', async ({ open }) => {
    const { page } = await open(lessonPathOf(first, 'en'));
    for (const asked of questions.filter(({ kind }) => kind !== 'ordering')) {
      const question = questionOn(page, asked);
      await comeTo(question);
      await question.locator('[data-action="check"]').click();
      await expect.poll(() => question.locator('[data-said]').innerText()).toBe('Your answer is missing.');
      expect(await verdictOf(page, asked)).toBe('unanswered');
      expect(await storedAttempts(page, asked)).toEqual([]);
    }
  });

  siteTest('shows in one language the answers given in the other', async ({ open }) => {
    const { page } = await open(lessonPathOf(first, 'es'));
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
  });

  siteTest(
    'is graded on a device that cannot store anything, and the lesson’s bar gives the reason',
    async ({ open }) => {
      for (const [problem, notice] of [
        ['no room', 'has no room left: the last change was not saved'],
        ['no store', 'does not let the page save'],
      ] as const) {
        const { page } = await open(lessonPathOf(first, 'en'), { expectedErrors: /no room/ });
        await page.addInitScript((simulated) => {
          if (simulated === 'no room') {
            IDBObjectStore.prototype.put = () => {
              throw new DOMException('no room', 'QuotaExceededError');
            };
          } else {
            IDBFactory.prototype.open = () => {
              throw new DOMException('refused', 'SecurityError');
            };
          }
        }, problem);
        await page.reload();
        const [asked] = questions;
        if (asked === undefined) throw new Error('no question');
        const question = questionOn(page, asked);
        await comeTo(question);
        await answerByMouse(question, asked, asked.right);
        await expect.poll(() => verdictOf(page, asked)).toBe('correct');
        await expect.poll(() => question.locator('[data-said]').innerText()).toContain('✓ Correct.');
        await expect.poll(() => page.locator('[data-notices]').innerText()).toContain(notice);
      }
    },
  );

  siteTest('reports a correct first try, also when it is checked again', async ({ open }) => {
    const { page } = await open(lessonPathOf(first, 'en'));
    for (const asked of questions) {
      const question = questionOn(page, asked);
      const status = () => question.locator('[data-said]').innerText();
      await comeTo(question);
      await answerByMouse(question, asked, asked.right);
      await expect.poll(status).toBe('✓ Correct. At the first try.');
      await question.locator('[data-action="check"]').click();
      await expect.poll(() => storedAttempts(page, asked)).toHaveLength(2);
      expect(await status()).toBe('✓ Correct. At the first try.');
    }
  });

  siteTest('whose record holds an invalid message becomes interactive like the others', async ({ open }) => {
    const { page } = await open(lessonPathOf(first, 'en'));
    const all = page.locator('[data-question]');
    for (const asked of questions.filter(({ right }) => typeof right === 'string')) {
      await comeTo(questionOn(page, asked));
      await answerByMouse(questionOn(page, asked), asked, asked.wrong);
      await expect.poll(() => storedAttempts(page, asked)).toHaveLength(1);
      await spoilMessages(page, asked, '"]\\');
    }
    await page.reload();
    await comeTo(all.first());
    expect(await page.locator('[data-question][data-live]').count()).toBe(await all.count());
    for (const asked of questions.filter(({ right }) => typeof right === 'string')) {
      expect(await verdictOf(page, asked)).toBe('incorrect');
    }
  });

  siteTest('whose key cannot be read does not affect the others', async ({ open }) => {
    const { page, errors } = await open(lessonPathOf(first, 'en'), { expectedErrors: /JSON/ });
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
  });

  siteTest('can be read without JavaScript, with its answers collapsed', async ({ open }) => {
    const { page } = await open(lessonPathOf(first, 'es'), { javaScriptEnabled: false });
    for (const asked of questions) {
      const question = questionOn(page, asked);
      expect(await question.locator('legend').isVisible()).toBe(true);
      expect(await question.locator('button').first().isVisible()).toBe(false);
      const why = question.locator('[data-why]').first();
      expect(await why.isVisible()).toBe(false);
      await question.locator('[data-answers] summary').click();
      expect(await why.isVisible()).toBe(true);
    }
  });
});

describe('the review', () => {
  const [asked] = questions.filter(({ kind }) => kind === 'matching');
  if (asked === undefined) throw new Error('lesson 0 matches nothing');

  siteTest(
    'repeats in later lessons the questions last answered incorrectly, until they are correct',
    async ({ open }) => {
      const { page } = await open(lessonPathOf('01-pretrained', 'en'));
      await page.waitForLoadState('networkidle');
      expect(await page.locator('[data-review]').isVisible()).toBe(false);

      await page.goto(new URL(lessonPathOf(first, 'en'), page.url()).href);
      for (const each of questions.slice(0, 5)) {
        await comeTo(questionOn(page, each));
        await answerByMouse(questionOn(page, each), each, each.wrong);
        await expect.poll(() => storedAttempts(page, each)).toHaveLength(1);
      }
      await page.goto(new URL(lessonPathOf('02-features', 'es'), page.url()).href);
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
      await expect.poll(() => storedAttempts(page, oldest)).toHaveLength(2);
      expect(await violations(page)).toEqual([]);

      // An answer given in another tab is shown here, too.
      const [, second] = questions;
      if (second === undefined) throw new Error('no second question');
      const other = await page.context().newPage();
      await other.goto(new URL(lessonPathOf(first, 'en'), page.url()).href);
      await comeTo(questionOn(other, second));
      await answerByMouse(questionOn(other, second), second, second.right);
      const asked = review.locator(`[data-question="${second.id}"]`);
      await expect.poll(() => asked.getAttribute('data-verdict')).toBe('correct');
      await other.close();

      await page.reload();
      await review.locator('[data-question]').nth(2).waitFor();
      expect(await again.count()).toBe(0);
    },
  );
});
