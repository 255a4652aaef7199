import { openItemsStore } from '../../progress/record/items-store.ts';
import { type QuestionPlace, questionsToReview } from '../../quiz/questions-to-review.ts';
import type { Language } from '../../shared/language.ts';
import { loadPart } from '../../shared/load-part.ts';
import { mountPart } from '../mount-part.ts';

const shownAtMost = 3;

/** Shows what went wrong last in earlier lessons; the section stays hidden where nothing did. */
export async function showReview(section: HTMLElement, language: Language): Promise<void> {
  const pages = JSON.parse(section.dataset['review'] ?? '{}') as Readonly<Record<string, string>>;
  const store = await openItemsStore();
  const wrong = questionsToReview(await store.load(), Object.keys(pages));
  if (wrong.length === 0) return;

  const shown: (readonly [HTMLElement, (typeof wrong)[number]])[] = [];
  for (const place of wrong) {
    // One page that does not come costs no other its questions.
    const question = await fetchQuestion(pages[place.lesson] ?? '', place).catch(() => null);
    if (question === null) continue;
    section.append(question);
    section.hidden = false;
    shown.push([question, place]);
    if (shown.length === shownAtMost) break;
  }

  await firstInteraction();
  mountPart(section, async () => {
    const [{ keptIn, mountQuestion }, { quizWords }] = await Promise.all([
      loadPart(() => import('./mount-question.ts')),
      loadPart(() => import('./quiz-words.ts')),
    ]);
    const mounted = shown.map(([question, { attempts, ...place }]) => {
      const setting = {
        place,
        store,
        words: quizWords[language],
        kept: { attempts },
        wasRun: () => false,
        isRestored: false,
      };
      return { place, question: mountQuestion(question, setting) };
    });
    store.onChange(async (lesson) => {
      // What cannot be read is told by the record.
      const records = await store.load(lesson).catch(() => null);
      if (records === null) return;
      for (const { place, question } of mounted) {
        if (place.lesson === lesson) question?.refresh(keptIn(records, place));
      }
    });
  });
}

/** Reading alone loads as little as possible: what answers is loaded when the reader first moves. */
function firstInteraction(): Promise<void> {
  return new Promise((resolve) => {
    for (const sign of ['pointermove', 'pointerdown', 'keydown', 'scroll']) {
      addEventListener(sign, () => resolve(), { once: true, passive: true });
    }
  });
}

/** A question out of its lesson's page; `null` where it is gone, or is a bet on a cell, which belongs beside that. */
async function fetchQuestion(page: string, { quiz, question }: QuestionPlace): Promise<HTMLElement | null> {
  const response = await fetch(page);
  if (!response.ok) return null;
  const there = new DOMParser().parseFromString(await response.text(), 'text/html');
  const found = there.querySelector<HTMLElement>(
    `[data-quiz="${CSS.escape(quiz)}"] [data-question="${CSS.escape(question)}"]`,
  );
  return found?.dataset['key']?.startsWith('{"kind":"curve"') ? null : found;
}
