import { readdirSync, readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { keyOf } from '../../src/course/quizzes/authored-key.ts';
import { readQuiz } from '../../src/course/quizzes/read-quiz.ts';
import type { Attempt, Bet, ItemRecord } from '../../src/lessons-runtime/progress/record/record-types.ts';
import type { Answer, QuestionKey, QuestionKind } from '../../src/lessons-runtime/quiz/question-key.ts';
import { storedRecord } from './stored-record.ts';

/** A question as its author wrote it, with a correct and an incorrect answer. */
export interface QuestionUnderTest {
  readonly lesson: string;
  readonly quiz: string;
  readonly id: string;
  readonly kind: QuestionKind;
  readonly count: number;
  readonly right: Answer;
  readonly wrong: Answer;
}

export function questionsOf(lesson: string, lessons = 'src/content/lessons'): readonly QuestionUnderTest[] {
  const folder = `${lessons}/${lesson}/quizzes`;
  return readdirSync(folder).flatMap((file) =>
    readQuiz(readFileSync(`${folder}/${file}`, 'utf8'), file).questions.map((question) => {
      const key = keyOf(question);
      const about = { lesson, quiz: file.replace('.yaml', ''), id: question.id, kind: key.kind };
      return { ...about, count: countOf(key), ...answersOf(key) };
    }),
  );
}

function countOf(key: QuestionKey): number {
  return 'count' in key ? key.count : 0;
}

function answersOf(key: QuestionKey): { readonly right: Answer; readonly wrong: Answer } {
  switch (key.kind) {
    case 'single':
      return { right: key.right, wrong: [key.right.includes(0) ? 1 : 0] };
    case 'multiple':
      return { right: key.right, wrong: Array.from({ length: key.count }, (_, place) => place) };
    case 'numeric':
      return { right: String(key.value), wrong: String(key.slips[0]?.value) };
    case 'text':
    case 'output':
      return { right: key.accepted[0] ?? '', wrong: key.slips[0]?.[0] ?? '' };
    case 'ordering':
    case 'matching': {
      const right = Array.from({ length: key.count }, (_, place) => place);
      return { right, wrong: [1, 0, ...right.slice(2)] };
    }
    case 'curve':
      return { right: [1], wrong: [0] };
  }
}

export function questionOn(page: Page, { quiz, id }: Pick<QuestionUnderTest, 'quiz' | 'id'>): Locator {
  return page.locator(`[data-quiz="${quiz}"] [data-question="${id}"]`);
}

/** Scrolls to a question and waits until it is interactive. */
export async function comeTo(question: Locator): Promise<void> {
  await question.scrollIntoViewIfNeeded();
  await question.and(question.page().locator('[data-live]')).waitFor();
}

export async function answerByMouse(
  question: Locator,
  { kind, count }: QuestionUnderTest,
  answer: Answer,
): Promise<void> {
  if (typeof answer === 'string') await question.locator('input').fill(answer);
  else if (kind === 'ordering') {
    for (const [place, step] of answer.entries()) {
      while ((await stepsOf(question)).indexOf(step) > place) {
        await question.locator(`[data-step-place="${step}"] [data-move="-1"]`).click();
      }
    }
  } else if (kind === 'matching') {
    for (const [place, side] of answer.entries()) {
      await question.locator('select').nth(place).selectOption(String(side));
    }
  } else if (kind === 'multiple') {
    for (let place = 0; place < count; place += 1) {
      await optionOf(question, place).setChecked(answer.includes(place));
    }
  } else await question.locator(`label.quiz-option:has([value="${answer[0] ?? 0}"])`).click();
  await question.locator('[data-action="check"]').click();
}

/** Answers with Tab, Space, Enter, arrow keys and letters, starting at the question's first control. */
export async function answerByKeyboard(
  question: Locator,
  { kind }: QuestionUnderTest,
  answer: Answer,
): Promise<void> {
  const { keyboard } = question.page();
  if (typeof answer === 'string') {
    await question.locator('input').focus();
    await keyboard.press('ControlOrMeta+a');
    await keyboard.type(answer);
    await keyboard.press('Enter');
    return;
  }
  if (kind === 'ordering') {
    for (const [place, step] of answer.entries()) {
      await question.locator(`[data-step-place="${step}"] [data-move="-1"]`).focus();
      while ((await stepsOf(question)).indexOf(step) > place) await keyboard.press('ArrowUp');
    }
  } else if (kind === 'matching') {
    for (const [place, side] of answer.entries()) {
      const select = question.locator('select').nth(place);
      await select.focus();
      while ((await select.inputValue()) !== '') await keyboard.press('ArrowUp');
      while ((await select.inputValue()) !== String(side)) await keyboard.press('ArrowDown');
    }
  } else if (kind === 'multiple') {
    await question.locator('input').first().focus();
    for (const [at, place] of (await optionsOf(question)).entries()) {
      const box = question.locator('input').nth(at);
      if ((await box.isChecked()) !== answer.includes(place)) await keyboard.press('Space');
      await keyboard.press('Tab');
    }
  } else {
    const [chosen = 0] = answer;
    await question.locator('input').first().focus();
    await keyboard.press('Space');
    const presses = (await optionsOf(question)).indexOf(chosen);
    for (let press = 0; press < presses; press += 1) await keyboard.press('ArrowDown');
  }
  const check = question.locator('[data-action="check"]');
  for (let presses = 0; presses < 20; presses += 1) {
    if (await check.evaluate((button) => button === document.activeElement)) break;
    await keyboard.press('Tab');
  }
  await keyboard.press('Enter');
}

/** Returns the control of an option, by its number in the author's file. */
export function optionOf(question: Locator, option: number): Locator {
  return question.locator(`.quiz-option > input[value="${option}"]`);
}

/** Returns the numbers of the options in the order of the page. */
function optionsOf(question: Locator): Promise<readonly number[]> {
  return question
    .locator('.quiz-option > input')
    .evaluateAll((inputs) => inputs.map((input) => Number(input.getAttribute('value'))));
}

/** Returns the numbers of the steps in their present order. */
export function stepsOf(question: Locator): Promise<readonly number[]> {
  return question
    .locator('[data-step-place]')
    .evaluateAll((steps) => steps.map((step) => Number(step.getAttribute('data-step-place'))));
}

const itemKey = ({ lesson, quiz, id }: QuestionUnderTest) => ['items', lesson, `quiz/${quiz}/${id}`];

/** Returns the stored record of a question. */
function storedItem(page: Page, asked: QuestionUnderTest): Promise<Partial<ItemRecord> | undefined> {
  return storedRecord(page, itemKey(asked)) as Promise<Partial<ItemRecord> | undefined>;
}

/** Replaces the message of each stored attempt, as if the record had been damaged or edited by hand. */
export function spoilMessages(page: Page, asked: QuestionUnderTest, message: string): Promise<void> {
  return page.evaluate(
    ({ key, invalid }) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('deshielo');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction('records', 'readwrite');
          const records = writing.objectStore('records');
          const reading = records.get(key);
          reading.onsuccess = () => {
            const { attempts, ...rest } = reading.result;
            const damaged = attempts.map((attempt: object) => ({ ...attempt, message: invalid }));
            records.put({ ...rest, attempts: damaged }, key);
          };
          writing.onerror = () => reject(writing.error);
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    { key: itemKey(asked), invalid: message },
  );
}

export async function storedAttempts(page: Page, asked: QuestionUnderTest): Promise<readonly Attempt[]> {
  return (await storedItem(page, asked))?.attempts ?? [];
}

/** Returns the stored bet, if there is one. */
export async function storedBet(page: Page, asked: QuestionUnderTest): Promise<Bet | undefined> {
  return (await storedItem(page, asked))?.bet;
}
