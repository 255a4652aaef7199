import { openItemsStore } from '../../progress/record/items-store.ts';
import { type QuestionPlace, questionsToReview } from '../../quiz/questions-to-review.ts';
import type { Language } from '../../shared/language.ts';
import { loadPart } from '../../shared/load-part.ts';
import { mountPart } from '../dom/mount-part.ts';

const maxQuestions = 3;

/** Shows the questions of earlier lessons whose last answer was wrong; the section stays hidden if there are none. */
export async function showReview(section: HTMLElement, language: Language): Promise<void> {
  const pages: Readonly<Record<string, string>> = JSON.parse(section.dataset['review'] ?? '{}');
  const store = await openItemsStore();
  const wrong = questionsToReview(await store.load(), Object.keys(pages));
  if (wrong.length === 0) return;

  const shown: (readonly [HTMLElement, (typeof wrong)[number]])[] = [];
  for (const place of wrong) {
    // A page that cannot be loaded does not affect the questions of others.
    const question = await fetchQuestion(pages[place.lesson] ?? '', place).catch(() => null);
    if (question === null) continue;
    section.append(question);
    section.hidden = false;
    shown.push([question, place]);
    if (shown.length === maxQuestions) break;
  }

  await firstInteraction();
  mountPart(section, async () => {
    const [{ findStoredAnswers, mountQuestion }, { quizWords }] = await Promise.all([
      loadPart(() => import('./mount-question.ts')),
      loadPart(() => import('./quiz-words.ts')),
    ]);
    const mounted = shown.map(([question, { attempts, ...place }]) => {
      const options = {
        place,
        store,
        words: quizWords[language],
        stored: { attempts },
        wasRun: () => false,
        isRestored: false,
      };
      return { place, question: mountQuestion(question, options) };
    });
    store.onChange(async (lesson) => {
      // The record reports a failed read.
      const records = await store.load(lesson).catch(() => null);
      if (records === null) return;
      for (const { place, question } of mounted) {
        if (place.lesson === lesson) question?.refresh(findStoredAnswers(records, place));
      }
    });
  });
}

/** Resolves at the learner's first interaction, so that a page that is only read loads as little as possible. */
function firstInteraction(): Promise<void> {
  return new Promise((resolve) => {
    for (const type of ['pointermove', 'pointerdown', 'keydown', 'scroll']) {
      addEventListener(type, () => resolve(), { once: true, passive: true });
    }
  });
}

/**
 * Fetches a question from the page of its lesson.
 * @returns `null` if it no longer exists, or is a bet on a cell, which makes sense only beside that cell
 */
async function fetchQuestion(page: string, { quiz, question }: QuestionPlace): Promise<HTMLElement | null> {
  const response = await fetch(page);
  if (!response.ok) return null;
  const lesson = new DOMParser().parseFromString(await response.text(), 'text/html');
  const found = lesson.querySelector<HTMLElement>(
    `[data-quiz="${CSS.escape(quiz)}"] [data-question="${CSS.escape(question)}"]`,
  );
  return found?.dataset['key']?.startsWith('{"kind":"curve"') ? null : found;
}
